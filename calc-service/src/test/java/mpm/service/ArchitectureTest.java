package mpm.service;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mpm.service.packaged.AccessTable;
import mpm.service.permission.control.Needs;
import mpm.service.permission.control.Open;

@AnalyzeClasses(packages = "mpm.service", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule control_knows_no_boundary = noClasses()
            .that()
            .resideInAPackage("..control..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..boundary..");

    @ArchTest
    static final ArchRule entities_know_nothing_above_them = noClasses()
            .that()
            .resideInAPackage("..entity..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..boundary..", "..control..");

    @ArchTest
    static final ArchRule rows_are_stored_by_control_and_entity_only = noClasses()
            .that()
            .resideOutsideOfPackages("mpm.service..control..", "mpm.service..entity..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..", "org.flywaydb..");

    @ArchTest
    static final ArchRule http_is_spoken_by_boundaries_only = noClasses()
            .that()
            .resideInAPackage("..control..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "com.fasterxml..");

    @ArchTest
    static final ArchRule resources_are_boundaries =
            classes().that().areAnnotatedWith(Path.class).should().resideInAPackage("..boundary..");

    /** The guards refuse what declares nothing; here it is found before anyone asks in vain. */
    @ArchTest
    static final ArchRule every_operation_says_who_may_ask_it = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should()
            .beAnnotatedWith(Needs.class)
            .orShould()
            .beAnnotatedWith(Open.class)
            .orShould()
            .beDeclaredInClassesThat(annotatedWith(Needs.class).or(annotatedWith(Open.class)));

    @ArchTest
    static final ArchRule every_page_says_who_may_ask_it = classes()
            .that()
            .areAnnotatedWith(WebServlet.class)
            .and()
            .resideOutsideOfPackage("mpm.service.problems..") // It lies below the declarations; a file names it.
            .should()
            .beAnnotatedWith(Needs.class)
            .orShould()
            .beAnnotatedWith(Open.class);

    @ArchTest
    static void theTableNamesEveryPage(JavaClasses classes) {
        Set<String> pages = classes.stream()
                .filter(each -> each.isAnnotatedWith(WebServlet.class))
                .map(each -> each.getAnnotationOfType(WebServlet.class))
                .flatMap(each -> Stream.concat(Stream.of(each.value()), Stream.of(each.urlPatterns())))
                .map(pattern -> pattern.isEmpty() ? "/" : pattern.replaceFirst("/\\*$", "/{}"))
                .collect(Collectors.toSet());

        assertThat(AccessTable.rows().stream().map(row -> row.path().replaceAll("\\{\\w+}", "{}")))
                .containsAll(pages);
    }

    @ArchTest
    static final ArchRule businesses_do_not_turn_in_circles =
            slices().matching("mpm.service.(*)..").should().beFreeOfCycles();

    /** Rules over classes that were not found would all hold. */
    @ArchTest
    static void theRulesSeeTheService(JavaClasses classes) {
        assertThat(classes.stream().filter(each -> each.getPackageName().endsWith(".boundary")))
                .hasSizeGreaterThan(8);
        assertThat(classes.stream().filter(each -> each.getPackageName().endsWith(".control")))
                .hasSizeGreaterThan(8);
        assertThat(classes.stream().filter(each -> each.getPackageName().endsWith(".entity")))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(classes.stream().filter(each -> each.isAnnotatedWith(Path.class)))
                .hasSizeGreaterThan(3);
    }
}
