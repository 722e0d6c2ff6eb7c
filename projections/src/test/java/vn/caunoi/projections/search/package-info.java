@NullMarked
package vn.caunoi.projections.search;

import org.jspecify.annotations.NullMarked;
