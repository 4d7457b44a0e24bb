package mpm.workbook.design;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The colours of one scheme of the design tokens, which pages, task pane and workbooks share. */
final class Palette {

    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

    private static final String TOKENS = tokens();

    /** A workbook has paper's colours. */
    static final Palette LIGHT = new Palette(scheme(0));

    static final Palette DARK = new Palette(scheme(1));

    private final Map<String, String> colours;

    private Palette(String css) {
        colours = COLOUR.matcher(css)
                .results()
                .collect(Collectors.toUnmodifiableMap(
                        token -> token.group(1), token -> token.group(2).toUpperCase(Locale.ROOT)));
    }

    /** A token's colour as six hexadecimal digits. */
    String hex(String token) {
        return Objects.requireNonNull(colours.get(token), () -> "tokens.css has no colour --" + token + ".");
    }

    private static String scheme(int place) {
        return TOKENS.split("@media", -1)[place];
    }

    private static String tokens() {
        try (InputStream css = Palette.class.getResourceAsStream("tokens.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
