/** Published process models as facts. */
@NullMarked
package vn.caunoi.core.process;

import org.jspecify.annotations.NullMarked;
