package dev.countersign.client.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** A call goes through the packages in one direction, and Feign is known to one of them. */
class PackagesTest {
    private final JavaClasses runtime = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.countersign.client");

    @Test
    void dependOnEachOtherInOneDirection() {
        slices().matching("dev.countersign.client.(**)")
                .should()
                .beFreeOfCycles()
                .check(runtime);
    }

    /** Feign's own types travel through the classes that generated code calls, which know no more of it. */
    @Test
    void knowFeignInOnePlaceOnly() {
        noClasses()
                .that()
                .resideInAPackage("dev.countersign.client.runtime..")
                .and()
                .resideOutsideOfPackage("dev.countersign.client.runtime.feign")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(feign.Feign.class, feign.Client.class, feign.Response.class, feign.RequestTemplate.class)
                .check(runtime);
    }
}
