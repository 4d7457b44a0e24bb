package mpm.workbook.sample;

import java.util.List;

/** Who stays and who recommends, by month: the year before and the closed months. */
public final class Customers {

    /** Customers kept over twelve months, in percent. */
    public static final List<Double> RETENTION = List.of(
            89.8, 89.8, 89.9, 90.0, 90.0, 90.1, 90.2, 90.2, 90.3, 90.4, 90.5, 90.6, 90.8, 91.1, 91.4, 91.9, 92.3, 92.7,
            93.0, 93.1);

    /** The net promoter score: it jumped in January, after a service programme. */
    public static final List<Integer> PROMOTERS =
            List.of(37, 38, 38, 39, 37, 38, 38, 39, 37, 38, 38, 38, 38, 37, 39, 38, 38, 39, 52, 52);

    private Customers() {}
}
