/**
 * The rows of plan data. Each tells what it is as a record of {@link mpm.plan}, whose rules never see a row; and each is the
 * document by which it travels, field by field.
 */
@NullMarked
package mpm.service.plan.entity;

import org.jspecify.annotations.NullMarked;
