/**
 * What an operator can set: {@link mpm.service.configuration.Settings}. The defaults stand in {@code
 * META-INF/microprofile-config.properties} and nowhere else. What the service cannot run with ends the process in a
 * sentence: {@link mpm.service.configuration.StartRefusal}. What it was built as is its {@link
 * mpm.service.configuration.Version}.
 */
@NullMarked
package mpm.service.configuration;

import org.jspecify.annotations.NullMarked;
