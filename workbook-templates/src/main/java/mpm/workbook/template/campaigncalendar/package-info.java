/** The sheets of the campaign calendar: {@link mpm.workbook.template.campaigncalendar.CampaignCalendar} is the entry point. */
@NullMarked
package mpm.workbook.template.campaigncalendar;

import org.jspecify.annotations.NullMarked;
