package mpm.workbook.template.channelmix;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.sample.Channels;
import mpm.workbook.sample.Channels.Channel;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.template.Setting;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Step;
import mpm.workbook.template.Template;
import mpm.workbook.template.Words;

/** Where the next unit of money brings most, how the budget should be split, and which channels journeys met. */
public final class ChannelMix extends Template {

    static final String CHANNELS = "Channels";
    static final String FIT = "Fit";
    static final String OPTIMISE = "Optimise";
    static final String ATTRIBUTION = "Attribution";

    @Override
    public String id() {
        return "channel-mix";
    }

    @Override
    public String title() {
        return "Channel mix and attribution";
    }

    @Override
    public String purpose() {
        return "Find where the next unit of money brings most, split the budget over the channels by it, and read what"
                + " attribution says and what it does not.";
    }

    @Override
    public List<String> questions() {
        return List.of(
                "What does the next lead cost in each channel, beside the average one?",
                "How should the budget be split, with ten per cent less, and with ten per cent more?",
                "Do the curves fit what happened?",
                "Which channels did the won journeys meet, and how far do the rules of attribution differ?");
    }

    @Override
    protected List<Sheet> design() {
        return List.of(
                new Sheet(
                        CHANNELS,
                        "How each channel answers to money: its curve, its average and its next lead.",
                        Hue.TEAL,
                        ChannelsSheet::new),
                new Sheet(
                        FIT,
                        "Spend and leads by month, and the curve that a channel's history follows.",
                        Hue.BLUE,
                        FitSheet::new),
                new Sheet(
                        OPTIMISE,
                        "The best split of the budget as it is, cut by a tenth and raised by a tenth.",
                        Hue.TEAL,
                        OptimiseSheet::new),
                new Sheet(
                        ATTRIBUTION,
                        "Journeys and their shares by six rules, beside what money brings at the margin.",
                        Hue.AMBER,
                        AttributionSheet::new));
    }

    @Override
    protected List<Step> steps() {
        return List.of(
                new Step("Measure", FIT, "Enter spend and leads by month; choose a channel and read its curve."),
                new Step("Model", CHANNELS, "Enter the curves and this period's spend, with the least and the most."),
                new Step("Plan", OPTIMISE, "Read what to move where; move in steps, and test."),
                new Step("Compare", ATTRIBUTION, "Enter journeys; hold the shares of credit against the margin."));
    }

    @Override
    protected List<Setting> settings() {
        return List.of(
                Setting.number(
                        "Money for a lead",
                        "p_Value",
                        300,
                        "#,##0",
                        0.01,
                        1e9,
                        "The margin that a lead brings on the mean: 750 of revenue, of which 40 % stay."),
                Setting.number(
                        "Money of a deal",
                        "p_Deal",
                        SampleCompany.AVERAGE_DEAL,
                        "#,##0",
                        0.01,
                        1e12,
                        "What a won journey brings: the sheet Attribution shares it out."),
                Setting.choice(
                        "Channel to fit",
                        "p_Channel",
                        Channels.ALL.get(0).name(),
                        NAMES,
                        "The sheet Fit shows the curve of this channel."));
    }

    private static final Words NAMES = Words.of(
            "ChannelNames", "Channel", Channels.ALL.stream().map(Channel::name).toArray());

    @Override
    protected List<Words> lists() {
        return List.of(NAMES);
    }

    @Override
    protected String removal() {
        return "select the tinted cells of the tables on the sheets Channels, Fit and Attribution and press Delete. Until there"
                + " are figures of yours, the curves, the split and the shares answer #N/A, #NUM! or #DIV/0!.";
    }
}
