package dev.countersign.openapi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "dev.countersign.openapi";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void looksAtTheWholeModule() {
        assertThat(CLASSES.size()).isGreaterThan(80);
    }

    @Test
    void theContractNeedsNothingButJson() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".contract..")
                .should()
                .onlyDependOnClassesThat(outsideThisModuleOr(".contract", ".json"))
                .check(CLASSES);
        classes()
                .that()
                .resideInAPackage(ROOT + ".json..")
                .should()
                .onlyDependOnClassesThat(outsideThisModuleOr(".json"))
                .check(CLASSES);
    }

    @Test
    void readingAContractNeedsNothingThatUsesContracts() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT, ROOT + ".document..", ROOT + ".swagger..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".schema..", ROOT + ".check..", ROOT + ".codegen..", ROOT + ".build..")
                .check(CLASSES);
    }

    @Test
    void onlyTheLoaderTheChecksAndTheConversionKnowTheFiles() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".document..", ROOT + ".swagger..", ROOT + ".check..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".document..")
                .check(CLASSES);
    }

    @Test
    void validatingNeedsNothingButTheContract() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".schema..")
                .should()
                .onlyDependOnClassesThat(outsideThisModuleOr(".schema", ".schema.format", ".contract", ".json"))
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> outsideThisModuleOr(String... packages) {
        Set<String> allowed = Stream.of(packages).map(each -> ROOT + each).collect(Collectors.toSet());
        return DescribedPredicate.describe(
                "another module, or " + allowed,
                each -> !each.getPackageName().startsWith(ROOT) || allowed.contains(each.getPackageName()));
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching(ROOT + "(.*)..").should().beFreeOfCycles().check(CLASSES);
    }

    /** A family is larger: one class for each keyword, or for each thing that is generated. */
    @Test
    void aPackageIsNoMoreThanAReaderTakesIn() {
        Map<String, Long> sizes = CLASSES.stream()
                .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(sizes).containsKeys(ROOT + ".schema", ROOT + ".codegen");
        sizes.keySet().removeAll(Set.of(ROOT + ".schema", ROOT + ".codegen"));
        assertThat(sizes)
                .isNotEmpty()
                .allSatisfy((name, size) -> assertThat(size).isLessThanOrEqualTo(40));
    }

    @Test
    void everyPackageSaysThatNothingIsNullUnlessMarked() {
        for (JavaClass each : CLASSES) {
            assertThat(each.getPackage().isAnnotatedWith(NullMarked.class))
                    .as(each.getPackageName())
                    .isTrue();
        }
    }
}
