package mpm.workbook.template;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellReference;

/** The fiscal calendar, and the words of the drop-down lists: a table each, which grows as a planner types beneath it. */
final class ListsSheet {

    private static final int PERIODS = 12;
    private static final int FIRST_ROW = 8;
    private static final double WIDTH = 15;

    /** The lists stand beside the calendar. */
    private static final int FIRST_LIST = 7;

    private final Draft draft;
    private final Page page;

    ListsSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    void write(List<Words> own) {
        List<Words> lists = Stream.concat(Stream.of(Words.SCENARIOS, Words.CALENDARS), own.stream())
                .toList();
        int[] links = IntStream.range(1, FIRST_LIST + draft.sheets())
                .filter(column -> column != FIRST_LIST - 1)
                .limit(draft.sheets())
                .toArray();
        int end = Math.max(FIRST_LIST + Math.max(lists.size(), 4), links[links.length - 1] + 1);
        page.widths(IntStream.rangeClosed(0, end)
                .mapToDouble(column -> column == 0 || column == FIRST_LIST - 1 || column == end ? 2 : WIDTH)
                .toArray());
        draft.head(
                page,
                "Lists",
                CellReference.convertNumToColString(end - 1),
                IntStream.of(links)
                        .mapToObj(CellReference::convertNumToColString)
                        .toArray(String[]::new));
        page.put("B6", "The periods of the fiscal year follow from the settings.", Looks.NOTE)
                .put("H6", "Type beneath a list to add to it; the drop-down lists follow.", Looks.NOTE);
        calendar();
        for (int place = 0; place < lists.size(); place++) {
            Words list = lists.get(place);
            page.<Object>table("t" + list.name(), CellReference.convertNumToColString(FIRST_LIST + place) + FIRST_ROW)
                    .input(list.header(), width(list), Looks.TEXT, word -> word)
                    .rows(list.words(), Looks.HEADER, 20);
            draft.name(list.name(), "t%s[%s]".formatted(list.name(), list.header()));
        }
        int longest = Math.max(
                PERIODS,
                lists.stream().mapToInt(list -> list.words().size()).max().orElse(0));
        page.height(FIRST_ROW, 24)
                .freeze(0, FIRST_ROW)
                .print(
                        "A1:%s%s".formatted(CellReference.convertNumToColString(end), FIRST_ROW + longest + 1),
                        PaperSize.A4_PAPER,
                        true,
                        0);
    }

    /** So wide that its longest word stands in one line. */
    private static double width(Words list) {
        return list.words().stream()
                .filter(String.class::isInstance)
                .mapToDouble(word -> ((String) word).length() + 1)
                .reduce(WIDTH, Math::max);
    }

    /** Each period is named for a month; in a calendar of weeks it begins and ends on days of its own. */
    private void calendar() {
        String day =
                "=IF(p_Calendar=\"GREGORIAN\",%s,INDEX(MPM.FISCAL.RANGE([@Period],MONTH(p_Start),p_Calendar,,,,FALSE),1,%s))";
        page.<Integer>table("Periods", "B" + FIRST_ROW)
                .fixed("No", 10, Looks.WORD, number -> number)
                .calculated("Period", WIDTH, Looks.WORD, "=\"FY\"&p_Year&\"-P\"&RIGHT(\"0\"&[@No],2)")
                .calculated("Month", WIDTH, Looks.MONTH, "=DATE(YEAR(p_Start),MONTH(p_Start)+[@No]-1,1)")
                .calculated("First day", WIDTH, Looks.DAY, day.formatted("[@Month]", 1))
                .calculated(
                        "Last day", WIDTH, Looks.DAY, day.formatted("DATE(YEAR([@Month]),MONTH([@Month])+1,1)-1", 2))
                .rows(IntStream.rangeClosed(1, PERIODS).boxed().toList(), Looks.HEADER, 20);
    }
}
