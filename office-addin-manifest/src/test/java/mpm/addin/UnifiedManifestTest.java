package mpm.addin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

/** The manifest of Microsoft 365: whole by Microsoft's own check, and the same add-in as the XML manifest describes. */
class UnifiedManifestTest {

    private static final AddinManifest MANIFEST = new AddinManifest(URI.create("https://mpm.example:8443"));

    private final JsonNode json = new ObjectMapper().readTree(MANIFEST.json());
    private final Document xml = DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(MANIFEST.xml().getBytes(StandardCharsets.UTF_8)));
    private final XPath path = XPathFactory.newInstance().newXPath();

    UnifiedManifestTest() throws Exception {}

    @Test
    void microsoftsOwnCheckFindsNoFault() throws Exception {
        assertThat(faults(json)).isEmpty();
    }

    @Test
    void microsoftsOwnCheckWouldFindOne() throws Exception {
        ObjectNode broken = json.deepCopy();
        broken.withObject("/extensions/0/runtimes/0").put("lifetime", "eternal");
        assertThat(faults(broken)).contains("/extensions/0/runtimes/0/lifetime");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/extensions/0/alternates/0/hide/customOfficeAddin/officeAddinId | /OfficeApp/Id",
                "/developer/name | /OfficeApp/ProviderName",
                "/developer/websiteUrl | /OfficeApp/SupportUrl/@DefaultValue",
                "/description/full | /OfficeApp/Description/@DefaultValue",
                "/localizationInfo/defaultLanguageTag | /OfficeApp/DefaultLocale",
                "/extensions/0/requirements/capabilities/0/name | //Set[1]/@Name",
                "/extensions/0/requirements/capabilities/0/minVersion | //Set[1]/@MinVersion",
                "/extensions/0/requirements/capabilities/1/name | //Set[2]/@Name",
                "/extensions/0/requirements/capabilities/1/minVersion | //Set[2]/@MinVersion",
                "/extensions/0/runtimes/0/lifetime | //Runtime/@lifetime",
                "/extensions/0/runtimes/0/code/page | //*[@id='Taskpane.Url']/@DefaultValue",
                "/extensions/0/runtimes/0/code/script | //*[@id='Functions.Script.Url']/@DefaultValue",
                "/extensions/0/runtimes/0/customFunctions/metadataUrl | //*[@id='Functions.Metadata.Url']/@DefaultValue",
                "/extensions/0/runtimes/0/customFunctions/namespace/id | //*[@id='Functions.Namespace']/@DefaultValue",
                "/extensions/0/runtimes/0/customFunctions/namespace/name | //*[@id='Functions.Namespace']/@DefaultValue",
                "/extensions/0/runtimes/0/actions/0/view | //TaskpaneId",
                "/extensions/0/ribbons/0/tabs/0/builtInTabId | //OfficeTab/@id",
                "/extensions/0/ribbons/0/tabs/0/groups/0/id | //Group/@id",
                "/extensions/0/ribbons/0/tabs/0/groups/0/label | //*[@id='Group.Label']/@DefaultValue",
                "/extensions/0/ribbons/0/tabs/0/groups/0/controls/0/id | //Control/@id",
                "/extensions/0/ribbons/0/tabs/0/groups/0/controls/0/label | //*[@id='TaskpaneButton.Label']/@DefaultValue",
                "/extensions/0/ribbons/0/tabs/0/groups/0/controls/0/supertip/description"
                        + " | //*[@id='TaskpaneButton.Tooltip']/@DefaultValue",
                "/extensions/0/ribbons/0/tabs/0/groups/0/controls/0/icons/0/url | //*[@id='Icon.16x16']/@DefaultValue",
                "/extensions/0/ribbons/0/tabs/0/groups/0/controls/0/icons/1/url | //*[@id='Icon.32x32']/@DefaultValue",
                "/extensions/0/ribbons/0/tabs/0/groups/0/controls/0/icons/2/url | //*[@id='Icon.80x80']/@DefaultValue",
                "/extensions/0/alternates/0/alternateIcons/icon/url | /OfficeApp/IconUrl/@DefaultValue",
                "/extensions/0/alternates/0/alternateIcons/highResolutionIcon/url"
                        + " | /OfficeApp/HighResolutionIconUrl/@DefaultValue",
                "/extensions/0/getStartedMessages/0/title | //*[@id='GetStarted.Title']/@DefaultValue",
                "/extensions/0/getStartedMessages/0/description | //*[@id='GetStarted.Description']/@DefaultValue",
                "/extensions/0/getStartedMessages/0/learnMoreUrl | //*[@id='GetStarted.LearnMoreUrl']/@DefaultValue",
            })
    void bothManifestsSayTheSame(String inJson, String inXml) throws Exception {
        assertThat(json.at(inJson).asText()).isNotEmpty().isEqualTo(path.evaluate(inXml, xml));
    }

    /** One more command, function file or requirement in one of them would leave the comparison above unmoved. */
    @Test
    void neitherManifestHasMoreThanTheOther() throws Exception {
        JsonNode extension = json.at("/extensions/0");
        assertThat(extension.at("/ribbons/0/tabs/0/groups/0/controls"))
                .hasSize(path.evaluateExpression("count(//Control)", xml, Integer.class));
        assertThat(extension.at("/requirements/capabilities"))
                .hasSize(path.evaluateExpression("count(//Set)", xml, Integer.class));
        assertThat(extension.at("/runtimes")).hasSize(path.evaluateExpression("count(//Runtime)", xml, Integer.class));
    }

    /** Microsoft: the two are different add-ins to Office, told apart by id and name; only versions are spelt differently. */
    @Test
    void theyAreTwoAddinsOfOneVersion() throws Exception {
        assertThat(json.at("/id").asText()).isNotEqualTo(path.evaluate("/OfficeApp/Id", xml));
        assertThat(json.at("/name/short").asText())
                .isEqualTo(path.evaluate("/OfficeApp/DisplayName/@DefaultValue", xml) + " for Microsoft 365");
        assertThat(json.at("/version").asText() + ".0").isEqualTo(path.evaluate("/OfficeApp/Version", xml));
    }

    @Test
    void theActionOfTheButtonIsOneOfTheRuntime() {
        assertThat(json.at("/extensions/0/ribbons/0/tabs/0/groups/0/controls/0/actionId"))
                .isEqualTo(json.at("/extensions/0/runtimes/0/actions/0/id"));
    }

    @Test
    void thePackageHoldsTheManifestAndItsPictures() throws Exception {
        Map<String, byte[]> files = unzipped(MANIFEST.zip());
        assertThat(files.keySet())
                .containsExactly(
                        "manifest.json",
                        json.at("/icons/color").asText(),
                        json.at("/icons/outline").asText());
        assertThat(new ObjectMapper().readTree(files.get("manifest.json"))).isEqualTo(json);
        assertThat(MANIFEST.zip()).isEqualTo(MANIFEST.zip());

        BufferedImage colour = ImageIO.read(new ByteArrayInputStream(files.get("color.png")));
        assertThat(colour.getWidth()).isEqualTo(192);
        assertThat(colour.getHeight()).isEqualTo(192);
    }

    @Test
    void theOutlineIsWhiteOnNothing() throws Exception {
        BufferedImage outline =
                ImageIO.read(new ByteArrayInputStream(unzipped(MANIFEST.zip()).get("outline.png")));
        assertThat(outline.getWidth()).isEqualTo(32);
        assertThat(outline.getHeight()).isEqualTo(32);
        int[] pixels = outline.getRGB(0, 0, 32, 32, null, 0, 32);
        assertThat(pixels).contains(0x00000000).contains(0xFFFFFFFF);
        for (int pixel : pixels) {
            assertThat(pixel >>> 24 == 0 || (pixel & 0xFFFFFF) == 0xFFFFFF).isTrue();
        }
    }

    private static String faults(JsonNode manifest) throws IOException {
        Process check = new ProcessBuilder("node", "src/test/web/addin/validate-manifest.mjs")
                .redirectErrorStream(true)
                .start();
        try (var in = check.getOutputStream()) {
            in.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
        }
        return new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
