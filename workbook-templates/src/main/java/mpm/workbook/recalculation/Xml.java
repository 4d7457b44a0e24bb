package mpm.workbook.recalculation;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML of a stranger: read without document types, so that no entity is ever looked up. */
final class Xml {

    /** A character that XML cannot hold, as Office spells it. */
    private static final Pattern SPELT = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private static final Pattern DECLARED =
            Pattern.compile("^[^<]*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private static final int ENCODING_WITHIN = 256;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private static final XMLInputFactory READERS = readers();

    private Xml() {}

    private static XMLInputFactory readers() {
        XMLInputFactory readers = XMLInputFactory.newDefaultFactory();
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        readers.setProperty(XMLInputFactory.IS_COALESCING, true);
        return readers;
    }

    /** What is done with each element of a part as it opens. */
    @FunctionalInterface
    interface Elements {
        void opened(String name, XMLStreamReader xml) throws XMLStreamException;
    }

    /** Shows every element of a part, in order. */
    static void read(String part, byte[] content, Elements elements) {
        read(part, new ByteArrayInputStream(content), elements);
    }

    static void read(String part, InputStream content, Elements elements) {
        try {
            // Given bytes, the JDK's reader prints what it cannot decode to standard error.
            BufferedReader text = text(content).reader();
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            XMLStreamReader xml = READERS.createXMLStreamReader(text);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw documentType(part);
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    elements.opened(xml.getLocalName(), xml);
                }
            }
            xml.close();
        } catch (XMLStreamException | IOException e) {
            throw unreadable(part);
        }
    }

    /**
     * A part as text.
     *
     * @param reader of its letters; what is no letter in the encoding ends it
     */
    record Text(BufferedReader reader, Charset encoding) {}

    static Text text(InputStream content) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(content, ENCODING_WITHIN);
        byte[] beginning = bytes.readNBytes(ENCODING_WITHIN);
        bytes.unread(beginning);
        Charset encoding = encoding(beginning);
        return new Text(new BufferedReader(new InputStreamReader(bytes, encoding.newDecoder()), 1 << 16), encoding);
    }

    /** The encoding that a part begins with; UTF-8 where it says nothing. */
    static Charset encoding(byte[] content) {
        if (content.length > 1 && (content[0] == 0 || (content[0] & 0xFF) == 0xFE)) {
            return StandardCharsets.UTF_16BE;
        } else if (content.length > 1 && (content[1] == 0 || (content[0] & 0xFF) == 0xFF)) {
            return StandardCharsets.UTF_16LE;
        }
        Matcher declared = DECLARED.matcher(
                new String(content, 0, Math.min(content.length, ENCODING_WITHIN), StandardCharsets.ISO_8859_1));
        try {
            return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    static WorkbookRefusedException documentType(String part) {
        return WorkbookRefusedException.because(
                "The part %s declares a document type, which no workbook needs and which could pull in other files: %s"
                        .formatted(part, "save the workbook anew in Excel."));
    }

    static WorkbookRefusedException unreadable(String part) {
        return WorkbookRefusedException.because(
                "The part %s of the workbook is not readable as XML: open the workbook in Excel and save it anew."
                        .formatted(part));
    }

    /** The text of the element that has just opened, its child elements included. */
    static String textWithin(XMLStreamReader xml, String skipped) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int skippedAt = 0;
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (skippedAt == 0 && xml.getLocalName().equals(skipped)) {
                    skippedAt = depth;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (skippedAt == depth) {
                    skippedAt = 0;
                }
                depth--;
            } else if (skippedAt == 0 && xml.isCharacters() && depth > 1) {
                text.append(xml.getText());
            }
        }
        return unspelt(text.toString());
    }

    static String unspelt(String text) {
        return text.contains("_x")
                ? SPELT.matcher(text)
                        .replaceAll(code ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))))
                : text;
    }

    /** A text as the content of an element. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        String spelt = text.contains("_x")
                ? SPELT.matcher(text)
                        .replaceAll((MatchResult code) -> Matcher.quoteReplacement("_x005F" + code.group()))
                : text;
        for (int at = 0; at < spelt.length(); at++) {
            char letter = spelt.charAt(at);
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> {
                    if (isHeld(spelt, at)) {
                        escaped.append(letter);
                    } else {
                        escaped.append("_x%04X_".formatted((int) letter));
                    }
                }
            }
        }
        return escaped.toString();
    }

    private static boolean isHeld(String text, int at) {
        char letter = text.charAt(at);
        if (Character.isHighSurrogate(letter)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        } else if (Character.isLowSurrogate(letter)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return letter >= ' ' ? letter < 0xFFFE : letter == '\t' || letter == '\n';
    }
}
