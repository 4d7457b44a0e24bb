package mpm.service.plan.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mpm.plan.Grant;
import mpm.plan.Person;
import mpm.plan.Role;
import mpm.plan.Scenario;
import mpm.plan.User;
import mpm.service.storage.entity.Words;

/** Someone who owns commitments or signs in, and what they may do. */
@Entity
@Table(name = "person")
@NamedQuery(name = PersonRow.ALL, query = "select distinct p from PersonRow p left join fetch p.grants order by p.id")
public class PersonRow {

    public static final String ALL = "PersonRow.all";

    @Id
    @Size(max = 200)
    @NotBlank
    private String id = "";

    @Size(max = 200)
    private String name = "";

    @Size(max = 200)
    private String email = "";

    @Valid
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "person_grant", joinColumns = @JoinColumn(name = "person"))
    @OrderColumn(name = "place")
    private List<GrantRow> grants = new ArrayList<>();

    /** A role given to a person. */
    @Embeddable
    public static class GrantRow {

        @NotNull
        @Enumerated(EnumType.STRING)
        private Role role;

        @NotBlank
        private String unit = "";

        @Convert(converter = Kinds.class)
        private Set<Scenario.Kind> kinds = Set.of();

        @Size(max = 30)
        @Convert(converter = Words.class)
        private Set<@Size(max = 64) String> metrics = Set.of();

        @SuppressWarnings("NullAway.Init") // JPA and Jackson fill the fields, and a role that is missing is refused.
        public GrantRow() {}

        public GrantRow(Grant grant) {
            this.role = grant.role();
            this.unit = grant.unit();
            this.kinds = grant.kinds();
            this.metrics = grant.metrics();
        }

        Grant plan() {
            return new Grant(role, unit, kinds, metrics);
        }
    }

    public PersonRow() {}

    public PersonRow(Person person, List<Grant> grants) {
        this.id = person.id();
        this.name = person.name();
        this.email = person.email();
        this.grants = grants.stream().map(GrantRow::new).collect(Collectors.toCollection(ArrayList::new));
    }

    public String id() {
        return id;
    }

    public Person plan() {
        return new Person(id, name, email);
    }

    public User user() {
        return new User(id, grants.stream().map(GrantRow::plan).toList());
    }

    @Override
    public String toString() {
        return "%s, %s".formatted(plan(), user().grants());
    }
}
