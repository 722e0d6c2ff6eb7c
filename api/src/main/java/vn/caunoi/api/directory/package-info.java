/** For administrators: reorganisations of units, and appointments with their days. */
@NullMarked
package vn.caunoi.api.directory;

import org.jspecify.annotations.NullMarked;
