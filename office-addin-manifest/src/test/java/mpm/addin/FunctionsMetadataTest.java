package mpm.addin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import mpm.functions.Functions;
import mpm.published.CommittedFile;
import org.junit.jupiter.api.Test;

class FunctionsMetadataTest {

    private final String metadata = FunctionsMetadata.of(Functions.CATALOGUE);

    @Test
    void theCommittedFileIsWhatTheCatalogueSays() {
        CommittedFile.at(Path.of("functions.json")).holds(metadata);
    }

    @Test
    void everyFunctionKeepsToTheLimitsOfOffice() throws Exception {
        JsonNode root = new ObjectMapper().readTree(metadata);
        Set<String> enums = new HashSet<>();
        root.path("enums").forEach(options -> {
            assertThat(options.path("id").asText()).hasSizeBetween(3, 64);
            assertThat(options.path("values")).isNotEmpty();
            enums.add(options.path("id").asText());
        });
        assertThat(root.path("functions")).hasSameSizeAs(Functions.CATALOGUE.functions());
        root.path("functions").forEach(function -> {
            assertThat(function.path("id").asText()).matches("[a-zA-Z][a-zA-Z0-9._]{2,63}");
            assertThat(function.path("name").asText())
                    .isEqualTo(function.path("id").asText());
            assertThat(function.path("description").asText()).hasSizeBetween(1, 1024);
            assertThat(function.path("parameters").size()).isBetween(1, 128);
            function.path("parameters").forEach(parameter -> {
                assertThat(parameter.path("name").asText()).hasSizeBetween(1, 64);
                assertThat(parameter.path("description").asText()).hasSizeBetween(1, 512);
                if (parameter.has("customEnumId")) {
                    assertThat(enums).contains(parameter.path("customEnumId").asText());
                    assertThat(parameter.path("type").asText()).isEqualTo("string");
                }
            });
        });
    }

    @Test
    void theCommittedFileCarriesNoAddress() {
        assertThat(metadata).doesNotContain("http");
    }

    @Test
    void theServedFileLeadsToThePageOfEachFunction() throws Exception {
        String served = FunctionsMetadata.of(Functions.CATALOGUE, URI.create("https://mpm.example:8443"));
        JsonNode root = new ObjectMapper().readTree(served);
        root.path("functions")
                .forEach(function -> assertThat(((ObjectNode) function).remove("helpUrl"))
                        .hasToString("\"https://mpm.example:8443/functions/%s\""
                                .formatted(function.path("id").asText())));
        assertThat(root).isEqualTo(new ObjectMapper().readTree(metadata));
    }
}
