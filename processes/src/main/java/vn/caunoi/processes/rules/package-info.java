/** Answers the core's questions of law from decision tables that designers edit. */
@NullMarked
package vn.caunoi.processes.rules;

import org.jspecify.annotations.NullMarked;
