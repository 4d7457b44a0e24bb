/** The sheets of the channel mix: {@link mpm.workbook.template.channelmix.ChannelMix} is the entry point. */
@NullMarked
package mpm.workbook.template.channelmix;

import org.jspecify.annotations.NullMarked;
