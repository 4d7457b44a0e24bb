package mpm.workbook.template;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import mpm.workbook.gallery.Templates;
import mpm.workbook.template.Template.SheetSummary;

/**
 * Draws the gallery's pictures anew: LibreOffice prints every workbook, a page a sheet. Needs {@code soffice}, {@code pdftoppm}
 * and the font Carlito, which is as wide as Calibri; CONTRIBUTING.md has the command.
 */
final class Pictures {

    private static final int WIDTH = 960;

    /** A long sheet shows its beginning. */
    private static final int TALLEST = 720;

    private static final int LARGEST = 60 * 1024;

    /** What has less colour than this counts as grey. */
    private static final int GREY = 40;

    private static final int WHITE = 0xFFFFFFFF;

    private Pictures() {}

    /**
     * Draws them.
     *
     * @param arguments the folder of the pictures, which are its {@code annual-plan/dashboard.png} and so on; then, where not all
     *     are drawn, the ids of templates
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> wanted = List.of(arguments).subList(1, arguments.length);
        for (Template template : Templates.ALL) {
            if (wanted.isEmpty() || wanted.contains(template.id())) {
                draw(template, Path.of(arguments[0], template.id()));
            }
        }
    }

    private static void draw(Template template, Path folder) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("pictures");
        Path workbook = work.resolve("workbook.xlsx");
        Files.write(workbook, withoutAddIn(template.workbook(Parameters.sample())));
        run(
                "soffice",
                "--headless",
                "-env:UserInstallation=" + work.resolve("profile").toUri(),
                "--convert-to",
                "pdf",
                "--outdir",
                work.toString(),
                workbook.toString());
        run(
                "pdftoppm",
                "-r",
                "200",
                "-png",
                work.resolve("workbook.pdf").toString(),
                work.resolve("page").toString());
        List<Path> pages;
        try (var files = Files.list(work)) {
            pages = files.filter(file -> file.getFileName().toString().startsWith("page"))
                    .sorted()
                    .toList();
        }
        if (pages.size() != template.sheets().size()) {
            throw new IllegalStateException("%s prints on %d pages, and has %d sheets: see %s."
                    .formatted(template.title(), pages.size(), template.sheets().size(), work));
        }
        Files.createDirectories(folder);
        for (int page = 0; page < pages.size(); page++) {
            SheetSummary sheet = template.sheets().get(page);
            BufferedImage picture =
                    scaled(withoutMargins(ImageIO.read(pages.get(page).toFile())));
            Path file = folder.resolve(sheet.slug() + ".png");
            Files.deleteIfExists(file);
            for (int colours = 8; Files.notExists(file) || Files.size(file) > LARGEST; colours--) {
                if (colours < 4) {
                    picture = picture.getSubimage(0, 0, WIDTH, picture.getHeight() * 9 / 10);
                }
                write(fewColours(picture, Math.max(4, colours)), file);
            }
        }
    }

    /** LibreOffice would compute what add-ins compute, and fail: their cells keep the values alone. */
    private static byte[] withoutAddIn(byte[] file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().startsWith("xl/worksheets/sheet")) {
                    out.write(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replaceAll("<f [^>]*>[^<]*_xldudf_[^<]*</f>", "")
                            .replace(" cm=\"1\"", "")
                            .getBytes(StandardCharsets.UTF_8));
                } else {
                    in.transferTo(out);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + said);
        }
    }

    /** The banner is as wide as what is printed; the footer below is left out as well. */
    private static BufferedImage withoutMargins(BufferedImage page) {
        int left = page.getWidth();
        int right = 0;
        int top = page.getHeight();
        int bottom = 0;
        int footer = page.getHeight() * 94 / 100;
        for (int y = 0; y < footer; y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                if (page.getRGB(x, y) != WHITE) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        return page.getSubimage(left, top, right - left + 1, Math.min(bottom + 24, footer) - top);
    }

    private static BufferedImage scaled(BufferedImage page) {
        int height = Math.round(page.getHeight() * (float) WIDTH / page.getWidth());
        Image small = page.getScaledInstance(WIDTH, height, Image.SCALE_AREA_AVERAGING);
        BufferedImage picture = new BufferedImage(WIDTH, Math.min(height, TALLEST), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.drawImage(small, 0, 0, null);
        graphics.dispose();
        return picture;
    }

    /**
     * The commonest colours of every hue stand for the rest: the file is a fraction of the size.
     *
     * @param most colours of a hue; of greys, in which texts are drawn, four times as many
     */
    private static BufferedImage fewColours(BufferedImage picture, int most) {
        Map<Integer, Long> counts = new TreeMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                counts.merge(picture.getRGB(x, y) | 0x030303, 1L, Long::sum);
            }
        }
        List<Integer> common = counts.keySet().stream()
                .sorted(Comparator.comparing(counts::get, Comparator.reverseOrder()))
                .toList();
        Map<Integer, Integer> ofHue = new HashMap<>();
        int[] colours = IntStream.range(0, common.size())
                .filter(rank -> {
                    int hue = hue(common.get(rank));
                    return ofHue.merge(hue, 1, Integer::sum) <= (hue == 0 ? 4 * most : most);
                })
                .map(common::get)
                .toArray();
        BufferedImage few = new BufferedImage(
                picture.getWidth(),
                picture.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int colour = nearest.computeIfAbsent(picture.getRGB(x, y), each -> nearest(each, colours));
                few.getRaster().setSample(x, y, 0, colour);
            }
        }
        return few;
    }

    /** Greys are one hue; the others go by what they have most and least of. */
    private static int hue(int colour) {
        int red = colour >> 16 & 255;
        int green = colour >> 8 & 255;
        int blue = colour & 255;
        int chroma = Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
        if (chroma < GREY) {
            return 0;
        }
        int third = chroma / 3;
        return 1 + (red - green > third ? 1 : 0) + (green - blue > third ? 2 : 0) + (blue - red > third ? 4 : 0);
    }

    private static void write(BufferedImage picture, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam smallest = writer.getDefaultWriteParam();
        smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        smallest.setCompressionQuality(0);
        // A stream over an existing file would leave the end of what was longer.
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), smallest);
        } finally {
            writer.dispose();
        }
    }

    private static int nearest(int colour, int... colours) {
        int best = 0;
        for (int place = 1; place < colours.length; place++) {
            if (distance(colour, colours[place]) < distance(colour, colours[best])) {
                best = place;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 255) - (other >> 16 & 255);
        int green = (one >> 8 & 255) - (other >> 8 & 255);
        int blue = (one & 255) - (other & 255);
        return red * red + green * green + blue * blue;
    }
}
