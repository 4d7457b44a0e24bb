package mpm.service.feeds.boundary;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mpm.service.feeds.control.Column;
import mpm.service.feeds.control.Feed;

/**
 * What connects Excel to a feed, in Power Query's language M. It holds the address and no credential: Excel asks its user for
 * one, and keeps it apart from the workbook.
 *
 * @param address of the service
 * @param filters by the parameters of an address
 */
record PowerQuery(String address, Feed<?> feed, Map<String, String> filters) {

    /** The query, as its editor shows it. */
    String query() {
        return """
                // %s
                // Excel asks once how to sign in: choose Basic, with any user name and a personal access token as the password.
                let
                    Source = Csv.Document(
                        Web.Contents(%s, [%s]),
                        [Delimiter = ",", Encoding = TextEncoding.Utf8, QuoteStyle = QuoteStyle.Csv]),
                    Rows = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),
                    Typed = Table.TransformColumnTypes(Rows, {
                %s
                    }, "en-US")
                in
                    Typed
                """.formatted(
                        feed.sentence(),
                        text(address),
                        options(),
                        Column.of(feed)
                                .map(column -> "        {%s, %s}".formatted(text(column.name()), type(column)))
                                .collect(Collectors.joining(",\n")));
    }

    /** The same as a file that Excel opens: an Office Data Connection. */
    String file() {
        String name = "MPM " + feed.name();
        String mashup = """
                <Mashup xmlns:xsd="http://www.w3.org/2001/XMLSchema" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
                xmlns="http://schemas.microsoft.com/DataMashup"><Client>EXCEL</Client><Version>2.72.0.0</Version>\
                <MinVersion>2.21.0.0</MinVersion><Culture>en-US</Culture><SafeCombine>true</SafeCombine>\
                <Items><Query Name="%s"><Description>%s</Description><Formula><![CDATA[%s]]></Formula>\
                <IsParameterQuery xsi:nil="true" /><IsDirectQuery xsi:nil="true" /></Query></Items></Mashup>""".formatted(name, escaped(feed.sentence()), query());
        return """
                <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40">
                <head>
                <meta http-equiv="Content-Type" content="text/x-ms-odc; charset=utf-8" />
                <meta name="ProgId" content="ODC.Database" />
                <meta name="SourceType" content="OLEDB" />
                <title>%1$s</title>
                <xml id="docprops"><o:DocumentProperties>
                <o:Description>%2$s</o:Description>
                <o:Name>%1$s</o:Name>
                </o:DocumentProperties></xml>
                <xml id="msodc"><odc:OfficeDataConnection xmlns:odc="urn:schemas-microsoft-com:office:odc">
                <odc:PowerQueryConnection odc:Type="OLEDB">
                <odc:ConnectionString>Provider=Microsoft.Mashup.OleDb.1;Data Source=$Workbook$;Location="%1$s";\
                Extended Properties=""</odc:ConnectionString>
                <odc:CommandType>SQL</odc:CommandType>
                <odc:CommandText>SELECT * FROM [%1$s]</odc:CommandText>
                </odc:PowerQueryConnection>
                <odc:PowerQueryMashupData>%3$s</odc:PowerQueryMashupData>
                </odc:OfficeDataConnection></xml>
                </head>
                <body></body>
                </html>
                """.formatted(name, escaped(feed.sentence()), escaped(mashup));
    }

    private String options() {
        String path = "RelativePath = " + text("api/v1/feeds/" + feed.name() + ".csv");
        return filters.isEmpty()
                ? path
                : path
                        + new TreeMap<>(filters)
                                .entrySet().stream()
                                        .map(each -> each.getKey() + " = " + text(each.getValue()))
                                        .collect(Collectors.joining(", ", ", Query = [", "]"));
    }

    private static String type(Column column) {
        return switch (column.kind()) {
            case TEXT -> "type text";
            case WHOLE -> "Int64.Type";
            case NUMBER -> "type number";
            case DATE -> "type date";
            case MOMENT -> "type datetimezone";
        };
    }

    /** A text of M; what could end it, or the section of XML around it, is written by its number. */
    private static String text(String text) {
        return text.chars()
                .mapToObj(each -> isPlain((char) each) ? Character.toString(each) : "#(%04X)".formatted(each))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static boolean isPlain(char each) {
        return Character.isLetterOrDigit(each) || " -_./:,%".indexOf(each) >= 0;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
