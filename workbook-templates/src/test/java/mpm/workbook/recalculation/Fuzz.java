package mpm.workbook.recalculation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.catalogue.Limits;
import mpm.functions.Functions;
import mpm.link.Links;
import mpm.workbook.gallery.Templates;
import mpm.workbook.template.Parameters;

/**
 * Recalculates workbooks that have been damaged at random, from a seed: in their bytes, their parts, their XML, their formulas.
 * Each must come back whole, or be refused in a sentence, within its time, and leave no file behind. Run it by {@code mvn -Pfuzz
 * -pl workbook-templates -am verify -DskipTests}.
 */
final class Fuzz {

    /** A workbook has a second; what is more goes to a machine that is busy with other things. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Limits LIMITS = new Limits(100_000, 10_000, Duration.ofSeconds(1), Duration.ofSeconds(1));
    private static final WorkbookLimits WORKBOOK = new WorkbookLimits(200, 8L << 20, 50_000, 5_000, 2_000, 32);

    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "\"",
            "'",
            "&",
            "&amp;",
            "&#0;",
            "&#x1F600;",
            "&nobody;",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "<?x ?>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
            "<c/>",
            "<c r=\"A1\"/>",
            "<c r=\"XFD1048576\"><v>1</v></c>",
            "</c>",
            "<row/>",
            "</row>",
            "<row r=\"0\"/>",
            "<row r=\"1048577\"/>",
            "<v>NaN</v>",
            "<v>1e999</v>",
            "<v></v>",
            "<f/>",
            "<f t=\"array\" ref=\"A1:XFD1048576\">1</f>",
            "<f t=\"array\" ref=\"A1:A9\">ROW(A1:A9)</f>",
            "<f t=\"shared\" si=\"0\"/>",
            "<f t=\"shared\" si=\"0\" ref=\"A1:A9\">A1</f>",
            "<f t=\"dataTable\" ref=\"A1\"/>",
            " t=\"s\"",
            " t=\"e\"",
            " t=\"b\"",
            " t=\"inlineStr\"",
            " cm=\"1\"",
            " vm=\"1\"",
            "-1",
            "0",
            "99999999999999999999",
            "1E308",
            "\u0000",
            "\uFFFF",
            "é",
            "x:");

    private static final List<String> OPERANDS = List.of(
            "A1",
            "$A$1",
            "B2:C3",
            "A:A",
            "1:1",
            "A1:XFD1048576",
            "Other!A1",
            "Plan:Other!A1",
            "[1]Budget!A1",
            "Nobody!A1",
            "T[Actual]",
            "T[[#This Row],[Plan]]",
            "T[#All]",
            "Nobody[X]",
            "Limit",
            "nobody",
            "1",
            "1E300",
            "-0.5",
            "\"x\"",
            "\"\"",
            "TRUE",
            "#N/A",
            "#REF!",
            "{1,2;3,4}",
            "{1;1;1}",
            "INDIRECT(\"A\"&1)",
            "OFFSET(A1,1,1,9,9)",
            "");

    private static final List<String> CALLED = Stream.concat(
                    Stream.of(
                            "SUM",
                            "IF",
                            "IFERROR",
                            "INDEX",
                            "MATCH",
                            "VLOOKUP",
                            "SUMPRODUCT",
                            "TRANSPOSE",
                            "MMULT",
                            "REPT",
                            "SUBSTITUTE",
                            "TEXTJOIN",
                            "_xlfn.CONCAT",
                            "_xlfn.XLOOKUP",
                            "_xlfn.LET",
                            "SUBTOTAL",
                            "CHOOSE",
                            "TEXT",
                            "DATE",
                            "EDATE",
                            "NOBODY",
                            "ROW",
                            "FREQUENCY",
                            "LARGE",
                            "COUNTIF",
                            "SUMIFS",
                            "HYPERLINK",
                            "CELL",
                            "NOW"),
                    Functions.CATALOGUE.functions().stream()
                            .flatMap(each ->
                                    Stream.of("MPM." + each.name(), mpm.catalogue.Spelling.stored(each.name()))))
            .toList();

    private final WorkbookRecalculation recalculation =
            new WorkbookRecalculation(Functions.CATALOGUE, Links.NONE, LIMITS, WORKBOOK);

    private final List<byte[]> whole = Stream.concat(
                    Stream.generate(Fuzz::small).limit(19), Stream.of(template()))
            .toList();
    private final Map<String, Integer> outcomes = new TreeMap<>();

    /** Runs as many workbooks as the first argument says, from the seed that the second says. */
    public static void main(String[] arguments) throws IOException {
        int workbooks = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
        Fuzz fuzz = new Fuzz();
        List<Path> before = files();
        long start = System.nanoTime();
        for (int workbook = 0; workbook < workbooks; workbook++) {
            fuzz.recalculate(seed + workbook);
            if (workbook % 1000 == 999) {
                System.out.printf(
                        "%,d workbooks in %,d s%n", workbook + 1, (System.nanoTime() - start) / 1_000_000_000);
            }
        }
        if (!files().equals(before)) {
            throw new IllegalStateException("Files were left behind: " + files());
        }
        fuzz.outcomes().forEach((outcome, times) -> System.out.printf("%,7d  %s%n", times, outcome));
    }

    /** The files in the directory for temporary ones, which the profile gives to this process alone. */
    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.sorted().toList();
        }
    }

    /** How often each answer was given. */
    Map<String, Integer> outcomes() {
        return outcomes;
    }

    /** Damages a workbook from a seed and recalculates it. */
    void recalculate(long seed) {
        byte[] file = damaged(new Random(seed));
        long start = System.nanoTime();
        try {
            Recalculated recalculated = recalculation.recalculated(file);
            recalculated.report();
            requireWhole(recalculated.workbook());
            requireWhole(recalculated.valuesOnly());
            note("recalculated");
        } catch (WorkbookRefusedException e) {
            if (!String.valueOf(e.getMessage()).matches("(?s)[A-Z].*\\.")) {
                throw new IllegalStateException("Seed " + seed + ": this is no sentence: " + e.getMessage());
            }
            note(String.valueOf(e.getMessage())
                    .replaceAll("part \\S+", "part …")
                    .replaceAll("in \\S+!\\S+", "in …"));
        } catch (RuntimeException | IOException | Error e) {
            throw new IllegalStateException("Seed " + seed + " ends in " + e, e);
        }
        if (System.nanoTime() - start > PATIENCE.toNanos()) {
            throw new IllegalStateException(
                    "Seed %d took %,d ms.".formatted(seed, (System.nanoTime() - start) / 1_000_000));
        }
    }

    private void note(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    /** What was written can be read: as a package and, each sheet, as XML with its cells in order. */
    private static void requireWhole(byte[] file) throws IOException {
        try (WorkbookPackage parts = WorkbookPackage.open(file, WorkbookLimits.STANDARD)) {
            for (WorkbookPackage.Relation relation : parts.relations(parts.workbook())) {
                if (relation.kind().endsWith("/worksheet")) {
                    try (InputStream content = parts.stream(relation.target())) {
                        new SheetReader(
                                        new SheetCells("", mpm.cell.DateSystem.FROM_1900, new Progress(PATIENCE)),
                                        List.of(),
                                        new SheetReader.Budget(WorkbookLimits.STANDARD),
                                        new LinkedHashMap<>())
                                .read(relation.target(), content);
                    }
                }
            }
        }
    }

    private byte[] damaged(Random random) {
        byte[] file = whole.get(random.nextInt(whole.size()));
        return switch (random.nextInt(8)) {
            case 0 -> bytes(file, random);
            case 1, 2 -> parts(file, random);
            default -> formulas(file, random);
        };
    }

    private static byte[] bytes(byte[] file, Random random) {
        byte[] damaged = random.nextInt(4) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file.clone();
        for (int time = random.nextInt(20); time >= 0 && damaged.length > 0; time--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        return damaged;
    }

    private static byte[] parts(byte[] file, Random random) {
        Map<String, byte[]> parts = PackedWorkbook.parts(file);
        List<String> names = new ArrayList<>(parts.keySet());
        for (int time = random.nextInt(3); time >= 0; time--) {
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(8)) {
                case 0 -> parts.remove(name);
                case 1 -> parts.put(name, parts.getOrDefault(names.get(random.nextInt(names.size())), new byte[0]));
                case 2 ->
                    parts.computeIfPresent(
                            name, (part, content) -> bytes(content.length == 0 ? new byte[1] : content, random));
                case 3 ->
                    parts.computeIfPresent(
                            name,
                            (part, content) -> new String(content, StandardCharsets.UTF_8)
                                    .getBytes(
                                            random.nextBoolean()
                                                    ? StandardCharsets.UTF_16
                                                    : StandardCharsets.UTF_16LE));
                default -> parts.computeIfPresent(name, (part, content) -> text(content, random));
            }
        }
        return PackedWorkbook.packed(parts);
    }

    private static byte[] text(byte[] content, Random random) {
        StringBuilder text = new StringBuilder(new String(content, StandardCharsets.UTF_8));
        for (int time = random.nextInt(4); time >= 0; time--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(3)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, text.substring(at, end));
                default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Other formulas in the places of those that are there, in every kind of cell. */
    private static byte[] formulas(byte[] file, Random random) {
        Map<String, byte[]> parts = PackedWorkbook.parts(file);
        parts.replaceAll((name, content) -> name.startsWith("xl/worksheets/sheet")
                ? java.util.regex.Pattern.compile("(<f[^>/]*>)[^<]*(</f>)")
                        .matcher(new String(content, StandardCharsets.UTF_8))
                        .replaceAll(formula -> java.util.regex.Matcher.quoteReplacement(
                                random.nextInt(3) == 0
                                        ? formula.group()
                                        : formula.group(1) + Xml.escaped(formula(random, 0)) + formula.group(2)))
                        .getBytes(StandardCharsets.UTF_8)
                : content);
        return PackedWorkbook.packed(parts);
    }

    private static String formula(Random random, int depth) {
        int kind = random.nextInt(depth > 4 ? 3 : 12);
        if (kind < 3) {
            return OPERANDS.get(random.nextInt(OPERANDS.size()));
        } else if (kind < 6) {
            return formula(random, depth + 1)
                    + List.of("+", "-", "*", "/", "^", "&", "=", "<>", " ", ":", ",")
                            .get(random.nextInt(11))
                    + formula(random, depth + 1);
        } else if (kind == 6) {
            return List.of("-", "(", "{", "'", "\"", "@", "#").get(random.nextInt(7)) + formula(random, depth + 1);
        }
        return IntStream.range(0, random.nextInt(5))
                .mapToObj(argument -> formula(random, depth + 1))
                .collect(Collectors.joining(",", CALLED.get(random.nextInt(CALLED.size())) + "(", ")"));
    }

    private static byte[] template() {
        return Templates.ALL.get(0).workbook(Parameters.sample());
    }

    private static byte[] small() {
        return PackedWorkbook.with("""
            <row r="1" spans="1:3"><c r="A1" t="inlineStr"><is><t>Actual</t></is></c><c r="B1" t="inlineStr"><is><t>Plan</t></is></c><c r="C1" t="str"><v>Variance</v></c></row>\
            <row r="2"><c r="A2"><v>120</v></c><c r="B2"><v>100</v></c><c r="C2" cm="1"><f t="array" ref="C2">_xldudf_MPM_VARIANCE(T[[#This Row],[Actual]],T[[#This Row],[Plan]])</f><v>0</v></c></row>\
            <row r="3"><c r="A3"><v>15</v></c><c r="B3"><v>10</v></c><c r="C3"><f>IF(A3&gt;B3,MPM.VARIANCE(A3,B3),0)</f><v>0</v></c></row>\
            <row r="5"><c r="A5" cm="1"><f t="array" ref="A5:A7">_xldudf_MPM_CASCADE(A2,{1;1;1})</f><v>5</v></c><c r="B5"><f>SUM(A5:A9)</f><v>1</v></c><c r="C5" t="e" vm="1"><f>NA()</f><v>#N/A</v></c></row>\
            <row r="6"><c r="A6"><v>5</v></c><c r="B6"><f t="shared" ref="B6:B7" si="0">A6*Limit</f><v>5</v></c></row>\
            <row r="7"><c r="A7"><v>5</v></c><c r="B7"><f t="shared" si="0"/><v>5</v></c><c r="C7" t="b"><f>A7&gt;Other!A1</f><v>1</v></c></row>\
            <row r="9"><c r="E9"><f t="array" ref="E9:F10">A2:B3*2</f><v>1</v></c><c r="F9"><v>1</v></c></row><row r="10"><c r="E10"/></row>\
            """)
                .name("Limit", "Other!$A$1")
                .chain("<c r=\"C2\" i=\"1\"/><c r=\"A5\" a=\"1\"/>")
                .table(
                        "<table xmlns=\"%s\" id=\"1\" name=\"T\" displayName=\"T\" ref=\"A1:C3\"><tableColumns count=\"3\"><tableColumn id=\"1\" name=\"Actual\"/><tableColumn id=\"2\" name=\"Plan\"/><tableColumn id=\"3\" name=\"Variance\"/></tableColumns></table>"
                                .formatted(PackedWorkbook.MAIN))
                .part("xl/vbaProject.bin", new byte[] {1, 2, 3})
                .bytes();
    }
}
