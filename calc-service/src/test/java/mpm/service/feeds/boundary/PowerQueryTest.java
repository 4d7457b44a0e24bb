package mpm.service.feeds.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import mpm.service.feeds.control.BenchmarksFeed;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class PowerQueryTest {

    private static final PowerQuery QUERY =
            new PowerQuery("https://mpm.example.com", new BenchmarksFeed(), Map.of("metric", "A & \"B\"]]></x>#(lf)"));

    @Test
    void theQueryNamesAddressFiltersAndTypes() {
        assertThat(QUERY.query())
                .contains(
                        "Web.Contents(\"https://mpm.example.com\", [RelativePath = \"api/v1/feeds/benchmarks.csv\","
                                + " Query = [metric = \"A #(0026) #(0022)B#(0022)#(005D)#(005D)#(003E)#(003C)/x#(003E)"
                                + "#(0023)#(0028)lf#(0029)\"]])",
                        "{\"set\", type text}",
                        "{\"date\", type date}",
                        "{\"value\", type number}",
                        "{\"n\", Int64.Type}",
                        "}, \"en-US\")");
    }

    @Test
    void theFileHoldsTheQueryInDocumentsThatAreWellFormed() throws Exception {
        Document file = parsed(QUERY.file());
        assertThat(text(file, "title")).isEqualTo("MPM benchmarks");
        assertThat(text(file, "odc:CommandText")).isEqualTo("SELECT * FROM [MPM benchmarks]");
        Document mashup = parsed(text(file, "odc:PowerQueryMashupData"));
        assertThat(text(mashup, "Formula")).isEqualTo(QUERY.query());
        assertThat(text(mashup, "Culture")).isEqualTo("en-US");
    }

    private static String text(Document document, String tag) {
        return document.getElementsByTagName(tag).item(0).getTextContent();
    }

    private static Document parsed(String xml) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
