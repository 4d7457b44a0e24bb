package mpm.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import mpm.cell.CellError;
import mpm.cell.Labels;

/**
 * Members of one kind by the labels that people type: a code names its member for good, a name one that is still offered before others.
 *
 * @param <M> the kind
 */
final class Directory<M extends Member> {

    private final String kind;
    private final Predicate<M> isOffered;
    private final Map<String, M> byCode = new HashMap<>();
    private final Map<String, Set<M>> byName = new HashMap<>();

    /**
     * The directory of members.
     *
     * @param kind what they are called in a sentence, such as {@code metric}
     */
    Directory(String kind, List<M> members, Predicate<M> isOffered) {
        this.kind = kind;
        this.isOffered = isOffered;
        for (M member : members) {
            byCode.put(Labels.key(member.code()), member);
            List<String> names = new ArrayList<>(member.aliases());
            names.add(member.name());
            names.forEach(name -> byName.computeIfAbsent(Labels.key(name), key -> new LinkedHashSet<>())
                    .add(member));
        }
    }

    /**
     * The member of a label: its code, or else a name that no other has.
     *
     * @throws mpm.cell.CellException #N/A where there is none, or where several have the name
     */
    M member(String label) {
        M coded = byCode.get(Labels.key(label));
        if (coded != null) {
            return coded;
        }
        Set<M> all = byName.getOrDefault(Labels.key(label), Set.of());
        List<M> offered = all.stream().filter(isOffered).toList();
        Collection<M> named = offered.isEmpty() ? all : offered;
        if (named.size() > 1) {
            throw CellError.NA.because("Ambiguous %s “%s”: several have this name, so write the code of one of them."
                    .formatted(kind, label.strip()));
        }
        return named.stream()
                .findFirst()
                .orElseThrow(
                        () -> CellError.NA.because("Unknown %s “%s”: write a code or a name that MPM.MEMBERS lists."
                                .formatted(kind, label.strip())));
    }
}
