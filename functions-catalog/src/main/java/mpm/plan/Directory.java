package mpm.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mpm.cell.CellError;
import mpm.cell.Labels;

/**
 * Members of one kind by the labels that people type.
 *
 * @param <M> the kind
 */
final class Directory<M extends Member> {

    private final String kind;
    private final Map<String, M> byCode = new HashMap<>();
    private final Map<String, Set<M>> byName = new HashMap<>();

    /**
     * The directory of members.
     *
     * @param kind what they are called in a sentence, such as {@code metric}
     */
    Directory(String kind, List<M> members) {
        this.kind = kind;
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
        Set<M> named = byName.getOrDefault(Labels.key(label), Set.of());
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
