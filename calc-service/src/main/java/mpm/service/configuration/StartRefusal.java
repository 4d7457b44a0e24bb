package mpm.service.configuration;

/** The end of a process that must not run. */
public final class StartRefusal {

    /** The exit code of BSD's sysexits for a configuration that cannot work. */
    private static final int EXIT_CODE = 78;

    private StartRefusal() {}

    /**
     * Says why and ends the process, at once: the server would otherwise go on without its application, call itself
     * ready and answer 404, and an orderly exit would wait for the very deployment that asks for it. Nothing is open
     * yet that an orderly exit would have to close; Derby recovers from its log.
     *
     * @param reason the rest of the sentence that begins with “MPM does not start: ”
     * @return never; for a caller to throw, so that the compiler sees the end
     */
    public static IllegalStateException endProcess(String reason) {
        String sentence = "MPM does not start: " + reason;
        System.err.println(sentence);
        System.err.flush();
        Runtime.getRuntime().halt(EXIT_CODE);
        return new IllegalStateException(sentence);
    }
}
