package mpm.service;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;

/** Root of the resources under {@code /api/v1}; the platform finds them by their annotations. */
@ApplicationPath("api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "MPM calculation service",
                        version = "1",
                        description = "Marketing performance management functions for worksheets: batches of "
                                + "calls, the catalogue of"
                                + " functions, formulas as text, whole workbooks, plan data, and stored checklists. Refusals "
                                + "are RFC 9457 problem documents.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")))
public class Api extends Application {}
