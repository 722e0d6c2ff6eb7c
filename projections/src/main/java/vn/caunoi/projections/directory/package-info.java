/** Units, officers, and who covers what. */
@NullMarked
package vn.caunoi.projections.directory;

import org.jspecify.annotations.NullMarked;
