/** What inspectors take along: logs of events for process mining, and cases as bundles that prove themselves. */
@NullMarked
package vn.caunoi.api.audit;

import org.jspecify.annotations.NullMarked;
