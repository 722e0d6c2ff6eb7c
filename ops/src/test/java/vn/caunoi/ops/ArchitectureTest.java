package vn.caunoi.ops;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The laws of the house that a machine can check. */
@AnalyzeClasses(
        packages = "vn.caunoi",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> THE_DOMAIN = resideInAPackage("vn.caunoi.core..")
            .and(resideOutsideOfPackages("vn.caunoi.core.ledger..", "vn.caunoi.core.vault.."))
            .as("the domain");

    private static final DescribedPredicate<JavaMethodCall> READS_THE_MACHINES_CLOCK = DescribedPredicate.describe(
            "reads the machine's clock",
            call -> call.getTarget().getRawParameterTypes().isEmpty()
                            && call.getName().equals("now")
                            && call.getTargetOwner().getPackageName().equals("java.time")
                    || call.getTargetOwner().isEquivalentTo(Clock.class)
                            && call.getName().startsWith("system")
                    || call.getTargetOwner().isEquivalentTo(System.class)
                            && Set.of("currentTimeMillis", "nanoTime").contains(call.getName()));

    @ArchTest
    static final ArchRule dependencies_point_inward_and_processes_and_projections_do_not_know_each_other =
            layeredArchitecture()
                    .consideringOnlyDependenciesInAnyPackage("vn.caunoi..")
                    .layer("core")
                    .definedBy("vn.caunoi.core..")
                    .layer("processes")
                    .definedBy("vn.caunoi.processes..")
                    .layer("projections")
                    .definedBy("vn.caunoi.projections..")
                    .optionalLayer("api")
                    .definedBy("vn.caunoi.api..")
                    .layer("ops")
                    .definedBy("vn.caunoi.ops..")
                    .whereLayer("ops")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("api")
                    .mayOnlyBeAccessedByLayers("ops")
                    .whereLayer("processes")
                    .mayOnlyBeAccessedByLayers("api", "ops")
                    .whereLayer("projections")
                    .mayOnlyBeAccessedByLayers("api", "ops");

    @ArchTest
    static final ArchRule of_processes_the_api_sees_only_studio_driver_and_simulation = noClasses()
            .that()
            .resideInAPackage("vn.caunoi.api..")
            .should()
            .dependOnClassesThat(resideInAPackage("vn.caunoi.processes..")
                    .and(resideOutsideOfPackages(
                            "vn.caunoi.processes.studio",
                            "vn.caunoi.processes.driver",
                            "vn.caunoi.processes.simulation")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_simulation_is_plain_numbers = noClasses()
            .that()
            .resideInAPackage("vn.caunoi.processes.simulation")
            .should()
            .dependOnClassesThat(resideOutsideOfPackages(
                    "vn.caunoi.processes.simulation", "java..", "org.jspecify..", "org.junit..", "org.assertj.."));

    @ArchTest
    static final ArchRule only_processes_imports_camunda = noClasses()
            .that()
            .resideOutsideOfPackages("vn.caunoi.processes..", "vn.caunoi.ops.bench..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.camunda.."));

    @ArchTest
    static final ArchRule the_domain_knows_neither_spring_nor_sql = noClasses()
            .that(THE_DOMAIN)
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql.."));

    @ArchTest
    static final ArchRule the_domain_is_told_the_time =
            noClasses().that(THE_DOMAIN).should().callMethodWhere(READS_THE_MACHINES_CLOCK);

    @ArchTest
    static final ArchRule an_aggregate_is_nobody_elses_business = classes()
            .that()
            .areAnnotatedWith("org.axonframework.spring.stereotype.Aggregate")
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Service|Handler|Dto|DTO|Constants)")
            .orShould()
            .resideInAnyPackage(
                    "..impl..",
                    "..util..",
                    "..common..",
                    "..shared..",
                    "..dto..",
                    "..service..",
                    "..handler..",
                    "..manager..",
                    "..helper..",
                    "..constants..");

    @ArchTest
    static final ArchRule what_a_class_needs_comes_by_its_constructor = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule every_package_says_that_nothing_is_null_unless_marked = classes()
            .should(new ArchCondition<>("be in a null-marked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!type.getPackage().isAnnotatedWith(NullMarked.class))
                        events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not null-marked"));
                }
            });

    /** In a packaged build the tests of core come as a jar. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }
}
