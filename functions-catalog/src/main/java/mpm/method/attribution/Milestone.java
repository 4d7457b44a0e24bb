package mpm.method.attribution;

/** A touch at which a person became something more to the company; each is written in brackets behind the channel. */
public enum Milestone {
    /** The person became a lead. */
    LC,
    /** An opportunity was opened. */
    OC,
    /** The customer was won. */
    CW
}
