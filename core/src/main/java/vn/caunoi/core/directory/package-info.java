/** Units, officers and their roles: who may act for whom. */
@NullMarked
package vn.caunoi.core.directory;

import org.jspecify.annotations.NullMarked;
