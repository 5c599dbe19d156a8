package dev.countersign.verify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The directions in which the steps of the verification depend on each other. */
class ArchitectureTest {
    private static final String ROOT = "dev.countersign.verify";
    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
        // Rules about no classes hold always; this one makes the others mean something.
        assertThat(classes.size()).isGreaterThan(150);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void noStepKnowsTheWalk() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(classes);
    }

    @Test
    void theBrokerKnowsNoStep() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".broker..")
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideOutsideOfPackage(ROOT + "..")
                        .or(JavaClass.Predicates.resideInAPackage(ROOT + ".broker..")))
                .check(classes);
    }

    @Test
    void aPackageIsNoMoreThanAReaderTakesIn() {
        Map<String, Long> sizes = classes.stream()
                .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(sizes)
                .containsKey(ROOT + ".cases")
                .allSatisfy((name, size) -> assertThat(size).isLessThanOrEqualTo(40));
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(classes)
                .allSatisfy(each -> assertThat(each.getPackage().isAnnotatedWith(NullMarked.class))
                        .isTrue());
    }
}
