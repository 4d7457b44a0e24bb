package mpm.service.templates.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mpm.service.json.Tagged;
import mpm.service.permission.control.Open;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemAnswers;
import mpm.service.problems.boundary.ProblemException;
import mpm.service.templates.control.Workbooks;
import mpm.workbook.gallery.Templates;
import mpm.workbook.template.Parameters;
import mpm.workbook.template.Template;

/** The workbook of a template, {@code /templates/annual-plan.xlsx}, and pictures, {@code /templates/annual-plan/start.png}. */
@Open
@WebServlet("/templates/*")
public class TemplateFiles extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Pattern WORKBOOK = Pattern.compile("/([a-z0-9-]+)\\.xlsx");
    private static final Pattern PICTURE = Pattern.compile("/([a-z0-9-]+)/([a-z0-9-]+)\\.png");

    @Inject
    transient Workbooks workbooks;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        Matcher workbook = WORKBOOK.matcher(path);
        Matcher picture = PICTURE.matcher(path);
        try {
            if (workbook.matches()) {
                workbook(template(workbook.group(1)), request, response);
            } else if (picture.matches()) {
                Tagged.of(picture(template(picture.group(1)), picture.group(2))).answer(request, response, "image/png");
            } else {
                throw new ProblemException(
                        Problem.of(404, "There is no such file: /templates shows the workbooks that there are."));
            }
        } catch (ProblemException e) {
            ProblemAnswers.write(request, response, e.problem());
        }
    }

    private void workbook(Template template, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Parameters parameters = TemplateParameter.read(query(request));
        response.setHeader("Content-Disposition", disposition(template, parameters));
        Tagged.of(workbooks.file(template, parameters)).answer(request, response, XLSX);
    }

    private byte[] picture(Template template, String slug) {
        return template.sheets().stream()
                .filter(sheet -> sheet.slug().equals(slug))
                .findFirst()
                .flatMap(sheet -> workbooks.picture(template, sheet))
                .orElseThrow(() -> new ProblemException(Problem.of(
                        404, "The template “%s” has no picture of such a sheet.".formatted(template.title()))));
    }

    static Template template(String id) {
        return Templates.find(id)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        404, "There is no template “%s”: /templates shows those that there are.".formatted(id))));
    }

    private static Map<String, List<String>> query(HttpServletRequest request) throws IOException {
        // The server would read what browsers write in UTF-8 as Latin-1.
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue())));
    }

    /** As RFC 6266 has it: a name for every browser, and one that spells the organisation as it is. */
    private static String disposition(Template template, Parameters parameters) {
        String month = parameters.fiscalYearStart().format(DateTimeFormatter.ofPattern("yyyy-MM"));
        String name = "%s %s %s.xlsx"
                .formatted(parameters.organisation().replaceAll("[\\\\/:*?\"<>|]+", " "), template.title(), month)
                .replaceAll(" {2,}", " ");
        return "attachment; filename=\"%s-%s.xlsx\"; filename*=UTF-8''%s"
                .formatted(
                        template.id(),
                        month,
                        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
