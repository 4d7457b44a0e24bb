package mpm.cell;

/** How a workbook counts its days: Excel's 1900 system, or the 1904 system of workbooks that came from a Mac. */
public enum DateSystem {
    FROM_1900(0),
    FROM_1904(1462);

    private final int daysLater;

    DateSystem(int daysLater) {
        this.daysLater = daysLater;
    }

    /** What to add to a serial of this system to have the serial of the 1900 system. */
    public int daysLater() {
        return daysLater;
    }

    /**
     * The moment that a serial of this system names.
     *
     * @throws CellException #NUM! for a serial outside the calendar
     */
    public Moment moment(double serial) {
        return new Moment(serial + daysLater);
    }

    /** The serial by which this system names a moment. */
    public double serial(Moment moment) {
        return moment.serial() - daysLater;
    }
}
