package mpm.service.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

/** Renders pages. */
public final class Html {

    public static final String MEDIA_TYPE = "text/html;charset=UTF-8";

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Html.class.getClassLoader());

    private Html() {}

    /**
     * A page.
     *
     * @param template its name, such as {@code home}
     * @param page what it shows: the template's one parameter
     */
    public static byte[] of(String template, Object page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        TEMPLATES.render(template + ".jte", page, output);
        return output.toByteArray();
    }
}
