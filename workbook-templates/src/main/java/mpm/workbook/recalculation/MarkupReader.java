package mpm.workbook.recalculation;

import java.io.IOException;
import java.io.Reader;

/** Reads XML letter by letter, so that what is not understood can be written again as it stood. */
final class MarkupReader {

    private static final String BLANKS = " \t\r\n";

    private final Reader reader;
    private final char[] letters = new char[1 << 14];
    private int at;
    private int end;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder markup = new StringBuilder();

    MarkupReader(Reader reader) {
        this.reader = reader;
    }

    /** Reads the next tag, comment, section of text or instruction, and the text before it; answers whether there is one. */
    boolean next() throws IOException {
        text.setLength(0);
        while (hasLetters()) {
            int from = at;
            while (at < end && letters[at] != '<') {
                at++;
            }
            text.append(letters, from, at - from);
            if (at < end) {
                readMarkup();
                return true;
            }
        }
        return false;
    }

    /** What stood before the markup; after the last markup what stands there. */
    StringBuilder text() {
        return text;
    }

    /** From its opening angle to its closing one. */
    StringBuilder markup() {
        return markup;
    }

    private boolean hasLetters() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, reader.read(letters));
        }
        return at < end;
    }

    private void readMarkup() throws IOException {
        markup.setLength(0);
        char quote = 0;
        while (hasLetters()) {
            char letter = letters[at++];
            markup.append(letter);
            if (isSpecial()) {
                if (letter == '>' && isSpecialOver()) {
                    return;
                }
            } else if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
            } else if (letter == '>') {
                return;
            }
        }
        throw new IOException("The sheet ends within its markup.");
    }

    /** Whether the markup is no tag. */
    boolean isSpecial() {
        return markup.length() > 1 && (markup.charAt(1) == '!' || markup.charAt(1) == '?');
    }

    private boolean isSpecialOver() {
        if (markup.charAt(1) == '?') {
            return ends("?>");
        } else if (begins("<!--")) {
            return markup.length() > 6 && ends("-->");
        }
        return !begins("<![CDATA[") || ends("]]>");
    }

    private boolean begins(String text) {
        return markup.indexOf(text) == 0;
    }

    private boolean ends(String text) {
        int from = markup.length() - text.length();
        return from >= 0 && markup.indexOf(text, from) == from;
    }

    /** The local name of an element; nothing for other markup. */
    String name() {
        if (isSpecial()) {
            return "";
        }
        int from = isEnd() ? 2 : 1;
        int to = from;
        for (; to < markup.length() && !isNameOver(markup.charAt(to)); to++) {
            if (markup.charAt(to) == ':') {
                from = to + 1;
            }
        }
        return markup.substring(from, to);
    }

    boolean isEnd() {
        return markup.charAt(1) == '/';
    }

    /** How much deeper the markup leads: 1 into an element, -1 out of it. */
    int depth() {
        if (isSpecial()) {
            return 0;
        }
        return isEnd() ? -1 : isEmpty() ? 0 : 1;
    }

    boolean isEmpty() {
        return markup.charAt(markup.length() - 2) == '/';
    }

    private static boolean isNameOver(char letter) {
        return letter == '>' || letter == '/' || letter == '=' || BLANKS.indexOf(letter) >= 0;
    }

    /** The value of an attribute of a tag; empty without it. */
    static String attribute(String tag, String name) {
        for (Attributes each = new Attributes(tag); each.next(); ) {
            if (each.isNamed(name)) {
                return each.value();
            }
        }
        return "";
    }

    /** Goes over the attributes of a tag of well-formed XML. */
    static final class Attributes {
        private final String tag;
        private int start;
        private int name;
        private int nameEnd;
        private int value;
        private int end = 1;

        Attributes(String tag) {
            this.tag = tag;
            this.end = pastName(1);
        }

        boolean next() {
            start = end;
            name = pastBlanks(start);
            nameEnd = pastName(name);
            int equals = pastBlanks(nameEnd);
            if (nameEnd == name || equals == tag.length()) {
                return false;
            }
            int quote = pastBlanks(equals + 1);
            value = quote + 1;
            end = tag.indexOf(tag.charAt(quote), value) + 1;
            return true;
        }

        private int pastBlanks(int from) {
            int past = from;
            while (past < tag.length() && BLANKS.indexOf(tag.charAt(past)) >= 0) {
                past++;
            }
            return past;
        }

        private int pastName(int from) {
            int past = from;
            while (past < tag.length() && !isNameOver(tag.charAt(past))) {
                past++;
            }
            return past;
        }

        boolean isNamed(String wanted) {
            return nameEnd - name == wanted.length() && tag.startsWith(wanted, name);
        }

        String value() {
            return tag.substring(value, end - 1);
        }

        /** As it stands in the tag, with the blanks before it. */
        String text() {
            return tag.substring(start, end);
        }
    }
}
