/** Who has to know of a case that is not worked on in time, and when: the rungs of the escalation ladder. */
@NullMarked
package vn.caunoi.core.ladder;

import org.jspecify.annotations.NullMarked;
