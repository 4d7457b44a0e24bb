package mpm.service.access.control;

/** A credential that does not say who asks; the sentence is for its sender. */
public final class NotSignedIn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSignedIn(String sentence) {
        // No stack trace: anyone can ask for many of them.
        super(sentence, null, false, false);
    }
}
