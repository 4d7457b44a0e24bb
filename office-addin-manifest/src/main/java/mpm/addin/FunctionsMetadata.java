package mpm.addin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import mpm.catalogue.Catalogue;
import mpm.catalogue.Definition;
import mpm.catalogue.Parameter;

/**
 * The catalogue as the functions.json by which Excel knows the functions of the add-in.
 *
 * <p>Data are declared as {@code any}: Excel would hand a blank cell to a number as 0, and a blank plan is not a plan of 0.
 * What is computed for each cell of a range is declared as a matrix, so that one call carries a whole column.
 */
public final class FunctionsMetadata {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Line feeds on every platform, so that the committed file is the same everywhere. */
    private static final ObjectWriter WRITER = JSON.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private FunctionsMetadata() {}

    /** The text of functions.json as it is committed, which carries no address. */
    static String of(Catalogue catalogue) {
        return text(metadata(catalogue));
    }

    /**
     * The text of functions.json as a service offers it: Excel's dialog of arguments leads to the page of the function.
     *
     * @param publicAddress where a browser reaches the service; without a path
     */
    public static String of(Catalogue catalogue, URI publicAddress) {
        ObjectNode metadata = metadata(catalogue);
        metadata.get("functions")
                .forEach(function -> ((ObjectNode) function)
                        .put(
                                "helpUrl",
                                publicAddress
                                        .resolve("/functions/"
                                                + function.get("id").asText())
                                        .toString()));
        return text(metadata);
    }

    private static String text(ObjectNode metadata) {
        try {
            return WRITER.writeValueAsString(metadata) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode metadata(Catalogue catalogue) {
        ObjectNode metadata = JSON.createObjectNode();
        metadata.put("allowErrorForDataTypeAny", true);
        ArrayNode functions = metadata.putArray("functions");
        ArrayNode enums = metadata.putArray("enums");
        catalogue.functions().forEach(function -> {
            functions.add(function(function));
            function.parameters().stream()
                    .filter(FunctionsMetadata::isDropDown)
                    .forEach(parameter -> enums.add(options(function, parameter)));
        });
        return metadata;
    }

    private static ObjectNode function(Definition definition) {
        ObjectNode function = JSON.createObjectNode();
        function.put("id", definition.name());
        function.put("name", definition.name());
        function.put("description", definition.question());
        ArrayNode parameters = function.putArray("parameters");
        definition.parameters().forEach(parameter -> parameters.add(parameter(definition, parameter)));
        function.putObject("result")
                .put("type", "any")
                .put("dimensionality", definition.answersRange() ? "matrix" : "scalar");
        function.putObject("options").put("cancelable", true).put("requiresAddress", true);
        return function;
    }

    private static ObjectNode parameter(Definition function, Parameter argument) {
        ObjectNode parameter = JSON.createObjectNode();
        parameter.put("name", argument.name());
        parameter.put("description", argument.meaning());
        parameter.put("type", isDropDown(argument) ? "string" : "any");
        parameter.put("dimensionality", argument.isRange() ? "matrix" : "scalar");
        if (argument.isOptional()) {
            parameter.put("optional", true);
        }
        if (isDropDown(argument)) {
            parameter.put("customEnumId", enumId(function, argument));
        }
        return parameter;
    }

    /** Excel offers the words of a plain argument in a list; a range of words has no list. */
    private static boolean isDropDown(Parameter parameter) {
        return parameter.kind() == Parameter.Kind.OPTION && !parameter.isEach();
    }

    private static ObjectNode options(Definition function, Parameter parameter) {
        ObjectNode options = JSON.createObjectNode();
        options.put("id", enumId(function, parameter));
        options.put("type", "string");
        ArrayNode values = options.putArray("values");
        parameter
                .options()
                .forEach(word -> values.addObject()
                        .put("name", word)
                        .put("stringValue", word)
                        .put("tooltip", parameter.meaning()));
        return options;
    }

    private static String enumId(Definition function, Parameter parameter) {
        return function.name() + "." + parameter.name();
    }
}
