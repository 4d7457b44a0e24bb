package mpm.addin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What Office checks when it loads a manifest: the order of elements, references, lengths and https. */
class AddinManifestTest {

    private static final URI ADDRESS = URI.create("https://mpm.example:8443/");

    private final Document manifest = parsed(new AddinManifest(ADDRESS).xml());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OfficeApp | Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl"
                        + " SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides",
                "VersionOverrides | Hosts Resources",
                "Resources | Images Urls ShortStrings LongStrings",
                "DesktopFormFactor | GetStarted FunctionFile ExtensionPoint",
                "GetStarted | Title Description LearnMoreUrl",
                "Group | Label Icon Control",
                "Control | Label Supertip Icon Action",
                "Action | TaskpaneId SourceLocation",
            })
    void theElementsStandInTheOrderThatOfficeWants(String parent, String children) {
        assertThat(childNames(elements(parent).get(0))).containsExactly(children.split(" ", -1));
    }

    @Test
    void theCustomFunctionsHaveTheirPageMetadataAndNamespace() {
        Element host = elements("Host").get(1);
        assertThat(childNames(host)).containsExactly("Runtimes", "AllFormFactors", "DesktopFormFactor");
        assertThat(childNames(elements("ExtensionPoint").get(0)))
                .containsExactly("Script", "Page", "Metadata", "Namespace");
    }

    @Test
    void everyReferenceLeadsToAResource() {
        Map<String, String> resources = resources();
        List<String> references = new ArrayList<>();
        all("*").forEach(element -> {
            if (element.hasAttribute("resid")) {
                references.add(element.getAttribute("resid"));
            }
        });
        assertThat(resources.keySet()).containsAll(references);
        assertThat(references).containsAll(resources.keySet());
    }

    @Test
    void theSharedRuntimeIsThePageAndTheFunctionFile() {
        String page = elements("Runtime").get(0).getAttribute("resid");
        assertThat(((Element) elements("Page")
                                .get(0)
                                .getElementsByTagName("SourceLocation")
                                .item(0))
                        .getAttribute("resid"))
                .isEqualTo(page);
        assertThat(elements("FunctionFile").get(0).getAttribute("resid")).isEqualTo(page);
    }

    @Test
    void textsKeepToTheLengthsOfOffice() {
        Map<String, String> resources = resources();
        all("String")
                .forEach(text -> assertThat(resources.getOrDefault(text.getAttribute("id"), ""))
                        .hasSizeBetween(1, text.getParentNode().getLocalName().equals("ShortStrings") ? 125 : 250));
        assertThat(elements("DisplayName").get(0).getAttribute("DefaultValue")).hasSizeBetween(1, 125);
        assertThat(elements("Description").get(0).getAttribute("DefaultValue")).hasSizeBetween(1, 250);
    }

    @Test
    void everyAddressIsHttpsAndTheServicesOwn() {
        all("*").stream()
                .map(element -> element.getAttribute("DefaultValue"))
                .filter(value -> value.contains("://"))
                .forEach(address -> assertThat(address).startsWith("https://mpm.example:8443/"));
        assertThat(elements("AppDomain").get(0).getTextContent()).isEqualTo("https://mpm.example:8443");
    }

    @Test
    void idAndVersionHaveTheirForms() {
        assertThat(elements("Id").get(0).getTextContent()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(elements("Version").get(0).getTextContent()).matches("\\d+\\.\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void anAddressCannotBreakOutOfTheManifest() {
        Document odd = parsed(new AddinManifest(URI.create("https://mpm.example/?a=1&b=%22%3E")).xml());
        assertThat(odd.getElementsByTagName("AppDomain").item(0).getTextContent())
                .isEqualTo("https://mpm.example/?a=1&b=%22%3E");
    }

    private Map<String, String> resources() {
        Map<String, String> resources = new HashMap<>();
        for (String kind : List.of("Image", "Url", "String")) {
            all(kind).stream()
                    .filter(element -> element.hasAttribute("id"))
                    .forEach(
                            element -> resources.put(element.getAttribute("id"), element.getAttribute("DefaultValue")));
        }
        return resources;
    }

    private List<Element> elements(String name) {
        List<Element> found = all(name);
        assertThat(found).as(name).isNotEmpty();
        return found;
    }

    private List<Element> all(String name) {
        NodeList nodes = manifest.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < nodes.getLength(); index++) {
            elements.add((Element) nodes.item(index));
        }
        return elements;
    }

    private static List<String> childNames(Element parent) {
        List<String> names = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                names.add(element.getLocalName());
            }
        }
        return names;
    }

    private static Document parsed(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
