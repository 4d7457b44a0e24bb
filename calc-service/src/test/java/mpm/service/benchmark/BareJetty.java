package mpm.service.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** The least that any server can do with a batch: read the JSON, subtract, write the JSON. */
final class BareJetty extends Handler.Abstract {

    private static final JsonFactory JSON = JsonFactory.builder()
            .configure(StreamReadFeature.USE_FAST_DOUBLE_PARSER, true)
            .configure(StreamWriteFeature.USE_FAST_DOUBLE_WRITER, true)
            .build();

    public static void main(String[] arguments) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(arguments[0]));
        server.addConnector(connector);
        server.setHandler(new BareJetty());
        server.start();
        server.join();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().put("Content-Type", "application/json");
        ByteArrayOutputStream answer = new ByteArrayOutputStream(1 << 18);
        if (request.getMethod().equals("POST")) {
            try (InputStream body = Content.Source.asInputStream(request)) {
                calculate(body, answer);
            }
        }
        response.write(true, ByteBuffer.wrap(answer.toByteArray()), callback);
        return true;
    }

    private static void calculate(InputStream body, ByteArrayOutputStream answer) throws IOException {
        double[] arguments = new double[2];
        try (JsonParser parser = JSON.createParser(body);
                JsonGenerator generator = JSON.createGenerator(answer)) {
            generator.writeStartObject();
            generator.writeArrayFieldStart("results");
            parser.nextToken();
            parser.nextFieldName();
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                String field;
                while ((field = parser.nextFieldName()) != null) {
                    if (field.equals("function")) {
                        parser.nextTextValue();
                    } else {
                        parser.nextToken();
                        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                            arguments[index] = parser.getDoubleValue();
                        }
                    }
                }
                generator.writeStartObject();
                write(generator, arguments[0] - arguments[1]);
                generator.writeEndObject();
            }
            generator.writeEndArray();
            generator.writeNumberField("dataVersion", 0);
            generator.writeEndObject();
        }
    }

    /** A whole number as Excel shows it, without a decimal point: the service does the same. */
    private static void write(JsonGenerator generator, double value) throws IOException {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            generator.writeNumberField("value", (long) value);
        } else {
            generator.writeNumberField("value", value);
        }
    }
}
