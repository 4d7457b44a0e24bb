package mpm.workbook.recalculation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import mpm.link.Found;
import mpm.link.Links;
import mpm.link.Need;

/** Stored data, asked for once each: a thousand cells that read the same are one question. */
final class RememberedLinks implements Links {

    private final Links links;
    private final Set<Need<?>> asked = new HashSet<>();
    private final Map<Need<?>, Object> answers = new HashMap<>();

    RememberedLinks(Links links) {
        this.links = links;
    }

    @Override
    public Found find(Set<Need<?>> needs) {
        Set<Need<?>> unasked = new HashSet<>(needs);
        unasked.removeAll(asked);
        if (!unasked.isEmpty()) {
            answers.putAll(links.find(unasked).values());
            asked.addAll(unasked);
        }
        Map<Need<?>, Object> found = new HashMap<>();
        for (Need<?> need : needs) {
            Object answer = answers.get(need);
            if (answer != null) {
                found.put(need, answer);
            }
        }
        return new Found(found);
    }
}
