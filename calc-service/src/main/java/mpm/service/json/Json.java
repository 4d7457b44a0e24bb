package mpm.service.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;

/** Small documents, bound to records. Batches of calls are streamed instead. */
public final class Json {

    private static final int MOST_DIGITS = 40;

    private static final JsonMapper MAPPER = mapper();
    private static final JsonMapper ROWS = MAPPER.rebuild()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
            .build();

    /** Only the server has a validator: who merely writes JSON does not need one. */
    private static final class Constraints {
        private static final Validator VALIDATOR =
                Validation.buildDefaultValidatorFactory().getValidator();
    }

    private Json() {}

    public static byte[] write(Object document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records of this service can be written.", e);
        }
    }

    /** Writes the rows of a table as one list, one by one; each has all of its members, also those that hold nothing. */
    public static SequenceWriter rows(OutputStream to) throws IOException {
        return ROWS.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValuesAsArray(to);
    }

    /** A document as a part of another. */
    public static JsonNode tree(Object document) {
        return MAPPER.valueToTree(document);
    }

    /**
     * Reads a document that must fit, and keep the constraints that its type declares.
     *
     * @throws ProblemException 400 for what is no JSON, 422 for JSON of another shape, naming the place
     */
    public static <T> T read(InputStream body, Class<T> type) throws IOException {
        try {
            T document = MAPPER.readValue(body, type);
            if (document == null) {
                throw new ProblemException(Problem.of(422, "The request's JSON is null: send an object."));
            }
            Constraints.VALIDATOR.validate(document).stream()
                    .map(Json::sentence)
                    .sorted()
                    .findFirst()
                    .ifPresent(sentence -> {
                        throw new ProblemException(Problem.of(422, sentence));
                    });
            return document;
        } catch (UnrecognizedPropertyException e) {
            throw new ProblemException(Problem.of(
                    422,
                    "%s is not known here; known are %s."
                            .formatted(
                                    place(e.getPath()),
                                    e.getKnownPropertyIds().stream()
                                            .map(Object::toString)
                                            .sorted()
                                            .collect(Collectors.joining(", ")))));
        } catch (MismatchedInputException e) {
            if (e.getPath().isEmpty() && e.getLocation().getCharOffset() <= 0) {
                throw new ProblemException(
                        Problem.of(400, "The request is empty or not a JSON object: send a JSON object."));
            }
            throw new ProblemException(
                    Problem.of(422, "%s does not hold %s.".formatted(place(e.getPath()), expected(e.getTargetType()))));
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /** The problem of a text that is no JSON, with the place where reading ended. */
    public static ProblemException unreadable(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String place = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        // The parser's own words name its source and quote the content, which may be a user's figures.
        return new ProblemException(Problem.of(
                400,
                "The request is not readable as JSON: reading ended%s. Send one complete JSON object."
                        .formatted(place)));
    }

    private static String sentence(ConstraintViolation<?> violation) {
        String place = violation.getPropertyPath().toString().replace("[].<iterable element>", "");
        if (violation.getConstraintDescriptor().getAnnotation() instanceof Size size) {
            return violation.getInvalidValue() instanceof Collection<?>
                    ? "%s has more than %,d entries.".formatted(place, size.max())
                    : "%s is longer than %,d characters: shorten it.".formatted(place, size.max());
        }
        return "%s is missing.".formatted(place);
    }

    private static String place(List<JsonMappingException.Reference> path) {
        StringBuilder place = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return place.isEmpty() ? "The request" : place.toString();
    }

    private static String expected(@org.jspecify.annotations.Nullable Class<?> type) {
        if (type == null) {
            return "what it should";
        } else if (type == String.class) {
            return "a text";
        } else if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        } else if (type == BigDecimal.class) {
            return "a number, with at most %d digits on either side of its point".formatted(MOST_DIGITS);
        } else if (type == double.class || type == Double.class) {
            return "a number";
        } else if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a whole number";
        } else if (type == LocalDate.class) {
            return "a date such as 2026-07-01";
        } else if (type.isEnum()) {
            return "one of "
                    + Stream.of(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        } else if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return "an object";
    }

    /** Dates and moments as ISO texts: the server has no module for them. */
    private static SimpleModule moments() {
        return new SimpleModule()
                .addSerializer(Instant.class, ToStringSerializer.instance)
                .addSerializer(LocalDate.class, ToStringSerializer.instance)
                .addDeserializer(LocalDate.class, new FromStringDeserializer<LocalDate>(LocalDate.class) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected LocalDate _deserialize(String text, DeserializationContext context) throws IOException {
                        try {
                            return LocalDate.parse(text);
                        } catch (DateTimeException e) {
                            throw MismatchedInputException.from(context.getParser(), LocalDate.class, "no date");
                        }
                    }
                });
    }

    /**
     * Numbers that can be reckoned with. 1e-999999999 is eleven characters long, and whatever writes it out, rounds it or
     * adds to it has a thousand million digits to fill.
     */
    private static SimpleModule numbers() {
        return new SimpleModule()
                .addDeserializer(BigDecimal.class, new NumberDeserializers.BigDecimalDeserializer() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public BigDecimal deserialize(JsonParser json, DeserializationContext context) throws IOException {
                        BigDecimal number = super.deserialize(json, context);
                        if (Math.abs((long) number.scale()) > MOST_DIGITS
                                || number.precision() - number.scale() > MOST_DIGITS) {
                            throw MismatchedInputException.from(json, BigDecimal.class, "too long");
                        }
                        return number;
                    }
                })
                .addDeserializer(double.class, finite(double.class, 0d))
                .addDeserializer(Double.class, finite(Double.class, null));
    }

    /** Jackson reads “NaN” and 1e400; no column of the database keeps them. */
    private static NumberDeserializers.DoubleDeserializer finite(
            Class<Double> type, @org.jspecify.annotations.Nullable Double absent) {
        return new NumberDeserializers.DoubleDeserializer(type, absent) {
            private static final long serialVersionUID = 1L;

            @Override
            public Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
                Double number = super.deserialize(json, context);
                if (!Double.isFinite(number)) {
                    throw MismatchedInputException.from(json, Double.class, "no number");
                }
                return number;
            }
        };
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .annotationIntrospector(new JacksonAnnotationIntrospector() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public boolean hasIgnoreMarker(AnnotatedMember member) {
                        // The server adds fields of its own to the classes of rows.
                        return member.getName().startsWith("_persistence") || super.hasIgnoreMarker(member);
                    }
                })
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                // Rows travel as they are, field by field; a null is what was not said.
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP, Nulls.FAIL))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .addModule(moments())
                .addModule(numbers())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        // A number where a text belongs is a mistake in the sender, not a text.
        builder.withCoercionConfig(
                LogicalType.Textual,
                text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
        return builder.build();
    }
}
