package mpm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import mpm.catalogue.CellFunction;
import mpm.catalogue.WorksheetFunction;
import mpm.functions.Functions;

/** The directions of the house, as ARCHITECTURE draws them. */
@AnalyzeClasses(packages = "mpm", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_DEPEND_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cell")
            .definedBy("mpm.cell")
            .layer("method")
            .definedBy("mpm.method..")
            .layer("link")
            .definedBy("mpm.link")
            .layer("plan")
            .definedBy("mpm.plan")
            .layer("catalogue")
            .definedBy("mpm.catalogue")
            .layer("sections")
            .definedBy("mpm.functions.*..")
            .layer("functions")
            .definedBy("mpm.functions")
            .layer("published")
            .definedBy("mpm.published")
            .whereLayer("published")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("functions")
            .mayOnlyBeAccessedByLayers("published")
            .whereLayer("sections")
            .mayOnlyBeAccessedByLayers("functions")
            .whereLayer("catalogue")
            .mayOnlyBeAccessedByLayers("sections", "functions", "published")
            .whereLayer("link")
            .mayOnlyBeAccessedByLayers("plan", "catalogue", "sections")
            .whereLayer("plan")
            .mayOnlyBeAccessedByLayers("sections")
            .whereLayer("method")
            .mayOnlyBeAccessedByLayers("link", "plan", "catalogue", "sections");

    @ArchTest
    static final ArchRule SECTIONS_DO_NOT_KNOW_EACH_OTHER =
            slices().matching("mpm.functions.(*)").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule THE_CATALOGUE_IS_PURE_JAVA = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("mpm..", "java..", "org.jspecify..", "org.hipparchus..", "org.ojalgo..");

    @ArchTest
    static final ArchRule FUNCTIONS_DO_NOT_READ_OR_WRITE_ANYTHING = noClasses()
            .that()
            .resideInAnyPackage("mpm.functions..", "mpm.method..")
            .and()
            .doNotHaveFullyQualifiedName("mpm.functions.automation.AnnualChecklist")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "java.net..", "java.io..", "java.nio.file..");

    @ArchTest
    static final ArchRule RESULTS_ARE_THE_SAME_ON_EVERY_PLATFORM = noClasses()
            .should()
            .callMethodWhere(
                    com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                    com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                            com.tngtech.archunit.core.domain.JavaClass.Predicates.type(Math.class)))
                            .and(
                                    com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                            com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                                                    "exp|expm1|log|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot"))))
            .because("Math.exp and its like may differ in the last digit between machines; StrictMath does not");

    @ArchTest
    static void everyFunctionIsRegistered(JavaClasses classes) {
        assertThat(classes.stream().filter(each -> each.isAnnotatedWith(WorksheetFunction.class)))
                .as("a record that says it is a function stands in the register of its section")
                .hasSameSizeAs(Functions.CATALOGUE.functions())
                .allMatch(each -> each.isAssignableTo(CellFunction.class));
    }

    @ArchTest
    static void theRulesHaveSomethingToJudge(JavaClasses classes) {
        assertThat(classes.size()).isGreaterThan(60);
    }
}
