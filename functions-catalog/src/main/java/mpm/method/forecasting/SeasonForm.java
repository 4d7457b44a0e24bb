package mpm.method.forecasting;

/** How the season of a forecast was found and put back. */
public enum SeasonForm {
    NONE,
    /** Shares of the level. */
    MULTIPLICATIVE,
    /** Amounts above and below the level. */
    ADDITIVE,
    /** The last season repeated. */
    NAIVE
}
