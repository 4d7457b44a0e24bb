package mpm.addin;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mpm.catalogue.Spelling;

/**
 * The manifests, by which an Excel that is not told of the add-in otherwise learns where its pages lie. The XML one is read by
 * every Excel with custom functions; the JSON one is the unified manifest of Microsoft 365. They are two add-ins to Office, so
 * they have two ids, and the JSON one hides the other where both are installed.
 */
public final class AddinManifest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z0-9-]+)}");
    /** A zip says when its files changed; ours changes with its content only. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Properties values = new Properties();

    /**
     * The manifests of an add-in that a service offers at its public address.
     *
     * @param publicAddress where Excel reaches the service; without a path, and https for Excel to accept it
     */
    public AddinManifest(URI publicAddress) {
        try {
            values.load(new StringReader(text("manifest.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        values.setProperty("address", publicAddress.toString().replaceFirst("/+$", ""));
        values.setProperty("host", publicAddress.getHost());
        values.setProperty("namespace", Spelling.NAMESPACE);
    }

    /** The text of manifest.xml. */
    public String xml() {
        return filled(
                text("manifest.xml"),
                value -> value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"));
    }

    /** The text of manifest.json. */
    public String json() {
        return filled(
                text("manifest.json"),
                value -> String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value)));
    }

    /** What an administrator uploads: manifest.json with its two pictures, as a zip. The same address gives the same bytes. */
    public byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "manifest.json", json().getBytes(StandardCharsets.UTF_8));
            add(zip, "color.png", resource("/META-INF/resources/addin/assets/icon-192.png"));
            add(zip, "outline.png", resource("/META-INF/resources/addin/assets/outline-32.png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        zip.write(content);
    }

    /** A value may hold placeholders too; it is escaped when all of them are filled in. */
    private String filled(String template, UnaryOperator<String> escape) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(
                        escape.apply(filled(value(found.group(1)), UnaryOperator.identity()))));
    }

    private String value(String name) {
        return Objects.requireNonNull(values.getProperty(name), () -> "manifest.properties has no " + name);
    }

    private static String text(String name) {
        return new String(resource(name), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream resource = AddinManifest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(resource, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
