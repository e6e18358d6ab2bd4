using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AwardArchive.Archive.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CopiesAndGivenPasswords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Dossiers_FolderKey",
                table: "Dossiers");

            migrationBuilder.DropIndex(
                name: "IX_Documents_Sha256",
                table: "Documents");

            migrationBuilder.AddColumn<long>(
                name: "PasswordGivenAt",
                table: "Users",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FolderCopy",
                table: "Dossiers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Copy",
                table: "Documents",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Dossiers_FolderKey_FolderCopy",
                table: "Dossiers",
                columns: new[] { "FolderKey", "FolderCopy" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Documents_Sha256_Copy",
                table: "Documents",
                columns: new[] { "Sha256", "Copy" },
                unique: true,
                filter: "\"PartOf\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Dossiers_FolderKey_FolderCopy",
                table: "Dossiers");

            migrationBuilder.DropIndex(
                name: "IX_Documents_Sha256_Copy",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "PasswordGivenAt",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "FolderCopy",
                table: "Dossiers");

            migrationBuilder.DropColumn(
                name: "Copy",
                table: "Documents");

            migrationBuilder.CreateIndex(
                name: "IX_Dossiers_FolderKey",
                table: "Dossiers",
                column: "FolderKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Documents_Sha256",
                table: "Documents",
                column: "Sha256",
                unique: true,
                filter: "\"PartOf\" IS NULL");
        }
    }
}
