package mpm.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Figures by their addresses. */
public final class Figures {

    /** No figures at all. */
    public static final Figures NONE = new Figures(Map.of());

    private final Map<Address, Figure> byAddress;

    private Figures(Map<Address, Figure> byAddress) {
        this.byAddress = byAddress;
    }

    /** Figures, each at an address of its own. */
    public static Figures of(Collection<Figure> figures) {
        Map<Address, Figure> byAddress = new HashMap<>();
        figures.forEach(figure -> byAddress.put(figure.address(), figure));
        return new Figures(byAddress);
    }

    /** The figure at an address; nothing where there is none. */
    public Optional<Figure> at(Address address) {
        return Optional.ofNullable(byAddress.get(address));
    }
}
