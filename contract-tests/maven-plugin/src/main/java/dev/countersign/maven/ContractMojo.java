package dev.countersign.maven;

import dev.countersign.openapi.build.ContractBuild;
import dev.countersign.openapi.build.Gate;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Reads the contract with every file that it refers to, checks it, and writes what client, mock server and verification
 * are made from: <code>contract.json</code>, <code>generator-input.json</code>, <code>contract.properties</code> and the
 * generator's settings. Files whose content stays the same are left alone, so that nothing is generated anew from them.
 */
@Mojo(name = "contract", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class ContractMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** The OpenAPI document: a path, relative to the module. */
    @Parameter(property = "contract")
    private @Nullable File contract;

    /** <code>strict</code>: faults of the contract end the build; <code>lenient</code>: they are printed. */
    @Parameter(property = "contract.gate", defaultValue = "strict")
    private String gate;

    /** Begins the names of generated classes, as in <code>ShopClient</code>; follows from the contract's title. */
    @Parameter(property = "contract.name")
    private @Nullable String name;

    /** The client's package and module name; follows from the module's group and the contract's title. */
    @Parameter(property = "contract.package")
    private @Nullable String packageName;

    /** The consumer's name in the pact; the contract's name and <code>Client</code>. */
    @Parameter(property = "pact.consumer")
    private @Nullable String pactConsumer;

    /** The provider's name in the pact; the contract's name. */
    @Parameter(property = "pact.provider")
    private @Nullable String pactProvider;

    /** Where everything is written. */
    @Parameter(property = "contract.dir", defaultValue = "${project.build.directory}/countersign")
    private File directory;

    /** Where the generator writes; emptied when it will write other files than before, so that nothing old is left. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/openapi")
    private File generated;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Path document = Invocation.contract(contract);
        try {
            GeneratedFiles before = GeneratedFiles.of(directory.toPath());
            List<Problem> problems = new ContractBuild(
                            document, document, directory.toPath(), Gate.named(gate), text(name), text(packageName))
                    .run();
            problems.forEach(this::tell);
            // Of the last build's module; see ModuleMojo.
            Files.deleteIfExists(new File(project.getBuild().getOutputDirectory(), "module-info.class").toPath());
            GeneratorSettings settings = GeneratorSettings.in(directory.toPath());
            if (text(packageName).isEmpty()) {
                settings = settings.inGroup(project.getGroupId());
            }
            settings = settings.withPact(text(pactConsumer), text(pactProvider));
            settings.write();
            if (!before.equals(GeneratedFiles.of(directory.toPath()))) {
                Folders.delete(generated.toPath());
            }
            settings.properties().forEach(project.getProperties()::setProperty);
        } catch (ContractException e) {
            e.problems().forEach(this::tell);
            throw new MojoFailureException(verdict(e));
        } catch (IOException e) {
            throw new MojoExecutionException("The contract cannot be built in " + directory + ": " + e.getMessage(), e);
        }
    }

    private void tell(Problem problem) {
        if (problem.isError()) {
            getLog().error(problem.toString());
        } else {
            getLog().warn(problem.toString());
        }
    }

    private String verdict(ContractException e) {
        long errors = e.problems().stream().filter(Problem::isError).count();
        return "The contract " + contract + " has " + errors + (errors == 1 ? " error" : " errors")
                + ", printed above with file and line. Correct the document, or look at it as it is with"
                + " -Dcontract.gate=lenient";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
