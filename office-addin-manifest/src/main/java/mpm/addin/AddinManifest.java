package mpm.addin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import mpm.catalogue.Spelling;

/**
 * The XML manifest, by which an Excel that is not told of the add-in otherwise learns where its pages lie. Every version of
 * Excel with custom functions reads it.
 */
public final class AddinManifest {

    private AddinManifest() {}

    /**
     * The manifest of an add-in that a service offers at its public address.
     *
     * @param publicAddress where Excel reaches the service; without a path, and https for Excel to accept it
     */
    public static String xml(URI publicAddress) {
        try (InputStream template = AddinManifest.class.getResourceAsStream("manifest.xml")) {
            return new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${address}", escaped(publicAddress.toString().replaceFirst("/+$", "")))
                    .replace("${namespace}", Spelling.NAMESPACE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
