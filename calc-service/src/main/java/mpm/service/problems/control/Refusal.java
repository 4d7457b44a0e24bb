package mpm.service.problems.control;

/** Why something is not done; nothing was changed. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public enum Kind {
        /** There is no such thing, or not for the one who asks. */
        UNKNOWN,
        /** The one who asks may not do it. */
        NOT_PERMITTED,
        /** It was changed since it was read, or its state does not allow it. */
        CONFLICT,
        /** What was asked makes no sense. */
        INVALID
    }

    private final Kind kind;

    private Refusal(Kind kind, String sentence) {
        super(sentence, null, false, false);
        this.kind = kind;
    }

    public static Refusal unknown(String sentence) {
        return new Refusal(Kind.UNKNOWN, sentence);
    }

    public static Refusal notPermitted(String sentence) {
        return new Refusal(Kind.NOT_PERMITTED, sentence);
    }

    public static Refusal conflict(String sentence) {
        return new Refusal(Kind.CONFLICT, sentence);
    }

    public static Refusal invalid(String sentence) {
        return new Refusal(Kind.INVALID, sentence);
    }

    public Kind kind() {
        return kind;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
