/** The sheets of the commitment register: {@link mpm.workbook.template.commitments.CommitmentRegister} is the entry point. */
@NullMarked
package mpm.workbook.template.commitments;

import org.jspecify.annotations.NullMarked;
