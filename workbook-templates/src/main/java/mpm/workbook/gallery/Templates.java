package mpm.workbook.gallery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mpm.workbook.template.Template;
import mpm.workbook.template.admincalendar.AdminCalendar;
import mpm.workbook.template.alliances.AllianceScorecard;
import mpm.workbook.template.annualplan.AnnualPlan;
import mpm.workbook.template.benchmark.BenchmarkAssessment;
import mpm.workbook.template.campaigncalendar.CampaignCalendar;
import mpm.workbook.template.channelmix.ChannelMix;
import mpm.workbook.template.commitments.CommitmentRegister;
import mpm.workbook.template.dashboard.Dashboard;
import mpm.workbook.template.financelink.FinanceLink;
import mpm.workbook.template.informationneeds.InformationNeeds;
import mpm.workbook.template.leadingindicators.LeadingIndicators;
import mpm.workbook.template.revenueplanner.RevenuePlanner;
import mpm.workbook.template.targetcascade.TargetCascade;
import mpm.workbook.template.testimpact.TestImpact;

/** Every template, in the gallery's order. */
public final class Templates {

    private static final List<Template> PLANNING = List.of(
            new AnnualPlan(),
            new TargetCascade(),
            new Dashboard(),
            new RevenuePlanner(),
            new FinanceLink(),
            new CampaignCalendar(),
            new LeadingIndicators(),
            new ChannelMix(),
            new TestImpact(),
            new AllianceScorecard(),
            new BenchmarkAssessment(),
            new InformationNeeds(),
            new CommitmentRegister());

    /** The administrator's workbook lists the others. */
    public static final List<Template> ALL = Stream.concat(PLANNING.stream(), Stream.of(new AdminCalendar(PLANNING)))
            .toList();

    private Templates() {}

    public static Optional<Template> find(String id) {
        return ALL.stream().filter(template -> template.id().equals(id)).findFirst();
    }
}
