package dev.countersign.openapi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
    void readingAContractNeedsNothingThatUsesContracts() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".schema..", ROOT + ".check..", ROOT + ".codegen..")
                .check(CLASSES);
    }

    @Test
    void validatingNeedsNothingOfTheBuild() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".schema..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".check..", ROOT + ".codegen..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching(ROOT + "(.*)..").should().beFreeOfCycles().check(CLASSES);
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
