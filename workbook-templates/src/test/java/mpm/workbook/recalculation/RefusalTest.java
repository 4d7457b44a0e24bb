package mpm.workbook.recalculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import mpm.catalogue.Limits;
import mpm.functions.Functions;
import mpm.link.Links;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {

    private static final WorkbookLimits LOW = new WorkbookLimits(12, 200_000, 100, 10, 60, 8);

    private static final String FORMULA = "<row r=\"1\"><c r=\"A1\"><f>%s</f></c></row>";

    static Stream<Arguments> refused() {
        byte[] whole = PackedWorkbook.with("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
                .bytes();
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 0x55;
        return Stream.of(
                Arguments.of("no workbook", "name;amount\n".getBytes(StandardCharsets.UTF_8), "This is no workbook"),
                Arguments.of("nothing", new byte[0], "This is no workbook"),
                Arguments.of("half a workbook", Arrays.copyOf(whole, whole.length / 2), "This is no workbook"),
                Arguments.of(
                        "encrypted",
                        joined(
                                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0},
                                "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE)),
                        "The workbook is encrypted with a password"),
                Arguments.of(
                        "of before 2007",
                        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1},
                        "The workbook is of the old kind (.xls)"),
                Arguments.of(
                        "a text document",
                        PackedWorkbook.with("")
                                .type("application/vnd.ms-word.document")
                                .bytes(),
                        "The file is a document of another kind"),
                Arguments.of(
                        "binary",
                        PackedWorkbook.with("")
                                .type("application/vnd.ms-excel.sheet.binary.macroEnabled.main")
                                .bytes(),
                        "The workbook is binary (.xlsb)"),
                Arguments.of(
                        "a bomb",
                        PackedWorkbook.with("")
                                .part("xl/media/image1.png", new byte[300_000])
                                .bytes(),
                        "The workbook's parts are larger than 200,000 bytes"),
                Arguments.of("many parts", manyParts(), "The workbook has more than 12 parts"),
                Arguments.of(
                        "entities",
                        PackedWorkbook.with("")
                                .part(
                                        PackedWorkbook.SHEET,
                                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                                + PackedWorkbook.sheet("").replaceFirst("<\\?xml.*\\?>", ""))
                                .bytes(),
                        "The part xl/worksheets/sheet1.xml declares a document type"),
                Arguments.of(
                        "entities far behind a comment",
                        PackedWorkbook.with("")
                                .part(
                                        PackedWorkbook.SHEET,
                                        "<!--" + " ".repeat(10_000)
                                                + "--><!DOCTYPE x [<!ENTITY e SYSTEM"
                                                + " \"file:///etc/passwd\">]><x>&e;</x>")
                                .bytes(),
                        "The part xl/worksheets/sheet1.xml declares a document type"),
                Arguments.of(
                        "broken XML",
                        PackedWorkbook.with("<row>").bytes(),
                        "The part xl/worksheets/sheet1.xml of the workbook is not readable as XML"),
                Arguments.of(
                        "letters that are none",
                        PackedWorkbook.with("")
                                .part(
                                        PackedWorkbook.SHEET,
                                        new byte[] {'<', 'a', '>', (byte) 0xC3, 'x', '<', '/', 'a', '>'})
                                .bytes(),
                        "The part xl/worksheets/sheet1.xml of the workbook is not readable as XML"),
                Arguments.of(
                        "a sheet is missing",
                        PackedWorkbook.with("")
                                .part(
                                        "xl/_rels/workbook.xml.rels",
                                        PackedWorkbook.text(whole, "xl/_rels/workbook.xml.rels")
                                                .replace("sheet2", "sheet9"))
                                .bytes(),
                        "The workbook lacks its part xl/worksheets/sheet9.xml"),
                Arguments.of(
                        "many cells",
                        PackedWorkbook.with("<row r=\"1\">" + "<c><v>1</v></c>".repeat(101) + "</row>")
                                .bytes(),
                        "The workbook has more than 100 cells"),
                Arguments.of(
                        "an array over everything",
                        PackedWorkbook.with(
                                        "<row r=\"1\"><c r=\"A1\"><f t=\"array\" ref=\"A1:XFD1048576\">1</f></c></row>")
                                .bytes(),
                        "The workbook has more than 100 cells"),
                Arguments.of(
                        "many formulas",
                        PackedWorkbook.with("<row r=\"1\">" + "<c><f>1</f></c>".repeat(11) + "</row>")
                                .bytes(),
                        "The workbook has more than 10 formulas"),
                Arguments.of(
                        "a long formula",
                        PackedWorkbook.with(FORMULA.formatted("1" + "+1".repeat(40)))
                                .bytes(),
                        "The formula in Plan!A1 has more than 60 characters"),
                Arguments.of(
                        "a deep formula",
                        PackedWorkbook.with(FORMULA.formatted("(".repeat(9) + "1" + ")".repeat(9)))
                                .bytes(),
                        "The formula in Plan!A1 is nested deeper than 8 levels"),
                Arguments.of(
                        "cells in disorder",
                        PackedWorkbook.with("<row r=\"2\"><c r=\"A2\"/></row><row r=\"1\"><c r=\"A1\"/></row>")
                                .bytes(),
                        "The cells of a sheet are not in order"));
    }

    private static byte[] manyParts() {
        PackedWorkbook workbook = PackedWorkbook.with("");
        for (int part = 0; part < 12; part++) {
            workbook.part("xl/media/image%d.png".formatted(part), "x");
        }
        return workbook.bytes();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatIsNoWorkbookWithinTheLimitsIsRefusedInASentence(String what, byte[] file, String sentence) {
        assertThatThrownBy(() -> new WorkbookRecalculation(Functions.CATALOGUE, Links.NONE, Limits.STANDARD, LOW)
                        .recalculated(file))
                .as(what)
                .isInstanceOf(WorkbookRefusedException.class)
                .hasMessageStartingWith(sentence)
                .hasMessageMatching("[A-Z].*\\.");
    }

    @Test
    void whatIsWithinTheLowLimitsIsTaken() {
        byte[] file = PackedWorkbook.with(FORMULA.formatted("((1+1))")).bytes();

        assertThat(new WorkbookRecalculation(Functions.CATALOGUE, Links.NONE, Limits.STANDARD, LOW)
                        .recalculated(file)
                        .report()
                        .changed())
                .isEqualTo(1);
    }
}
