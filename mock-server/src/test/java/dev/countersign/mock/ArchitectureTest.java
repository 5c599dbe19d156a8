package dev.countersign.mock;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The directions in which the packages of the mock server depend on each other. */
class ArchitectureTest {
    private static final String ROOT = "dev.countersign.mock";
    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
        // Rules about no classes hold always; this one makes the others mean something.
        assertThat(classes.size()).isGreaterThan(60);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void theEngineKnowsNeitherServerNorCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + ".server..", ROOT + ".proxy..", ROOT + ".control..", ROOT + ".cli..", ROOT + ".junit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".server..",
                        ROOT + ".proxy..",
                        ROOT + ".control..",
                        ROOT + ".cli..",
                        "io.javalin..",
                        "org.eclipse.jetty..",
                        "jakarta..",
                        "picocli..")
                .check(classes);
    }

    @Test
    void theCommandLineIsBuiltFromItsPartsUpwards() {
        String[] upwards = {"cli.command", "cli.log", "cli.document", "cli.served", "cli"};
        for (int i = 0; i < upwards.length; i++) {
            for (int above = i + 1; above < upwards.length; above++) {
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "." + upwards[i])
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(ROOT + "." + upwards[above])
                        .check(classes);
            }
        }
    }

    @Test
    void theServerDoesNotKnowTheCommandLine() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".server..", ROOT + ".proxy..", ROOT + ".control..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".cli..", "picocli..")
                .check(classes);
    }

    @Test
    void onlyTheExtensionKnowsJUnitAndNothingKnowsTheExtension() {
        assertThat(classes.stream().filter(type -> type.getPackageName().equals(ROOT + ".junit")))
                .isNotEmpty();
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".junit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".junit..", "org.junit..", "org.opentest4j..")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".junit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".cli..", "picocli..")
                .check(classes);
    }

    @Test
    void stepsFollowTheOrderOfTheWalk() {
        String[] walk = {"exchange", "route", "validate", "choose", "render", "explain"};
        for (int i = 0; i < walk.length; i++) {
            for (int later = i + 1; later < walk.length; later++) {
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "." + walk[i] + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(ROOT + "." + walk[later] + "..")
                        .check(classes);
            }
        }
    }

    @Test
    void onlyTheCommandLineWritesToStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(classes);
    }

    @Test
    void aPackageIsNoMoreThanAReaderTakesIn() {
        Map<String, Long> sizes = classes.stream()
                .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(sizes)
                .containsKey(ROOT + ".cli")
                .allSatisfy((name, size) -> assertThat(size).isLessThanOrEqualTo(40));
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .that(new DescribedPredicate<>("are top-level") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.isTopLevelClass();
                    }
                })
                .should(new ArchCondition<>("live in a @NullMarked package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(type, marked, type.getName() + " marked: " + marked));
                    }
                })
                .check(classes);
    }
}
